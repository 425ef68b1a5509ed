from reception.models.appointments import Appointment
from reception.models.insurances import Insurance
from reception.models.patients import Patient
from reception.models.providers import Provider, ProviderHours
from reception.models.rooms import Room
from reception.models.visits import Visit

__all__ = ["Appointment", "Insurance", "Patient", "Provider", "ProviderHours", "Room", "Visit"]
