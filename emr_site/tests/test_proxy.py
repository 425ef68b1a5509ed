"""Where a request comes from when our own proxy stands in front."""

import pytest

from emr_site.proxy import ProxyAddressMiddleware


@pytest.mark.parametrize(
    ("forwarded", "address"),
    [
        ("10.1.1.9", "10.1.1.9"),
        ("6.6.6.6, 10.1.1.9", "10.1.1.9"),
        ("", "127.0.0.1"),
    ],
)
def test_it_takes_the_address_that_our_proxy_saw(rf, forwarded, address):
    request = rf.get("/", headers={"X-Forwarded-For": forwarded})
    assert ProxyAddressMiddleware(lambda request: request.META["REMOTE_ADDR"])(request) == address
