"""What is charged to those at checkout, on the board; the room that knows prices tells it."""

# Functions of (user, visits' ids) that give {visit's id: what is charged for it}; empty for whoever may not know.
tellers = []


def tell(user, cards):
    """Note on the cards what their visits are charged."""
    visits = {card.appointment.visit_id for card in cards} - {None}
    charged = {}
    for teller in tellers if visits else ():
        charged |= teller(user, visits)
    for card in cards:
        card.charged = charged.get(card.appointment.visit_id)
