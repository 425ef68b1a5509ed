"""The back office: Django's admin, at the size of the product's tables and with the manners of its pages."""
