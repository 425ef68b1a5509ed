"""Names of people from many places, for a practice in a city. A family name 'Nowak|Nowakowa' has a form for women."""

from dataclasses import dataclass

# share of the town; women's given names; men's given names; family names
_TOWN = (
    (18, "Emma Olivia Fiona Helen Holly Ruby Iris Ivy Grace Charlotte Sarah Margaret Jean Dorothy Ellen Kate",
     "James Daniel Tom Noah Leo Owen Max Aaron Callum George Harry Arthur Peter Frank Walter Robert",
     "Smith Walsh Clarke Hughes Price Cole Ford Green Baker Bell Webb Gray Adams Hall Reid Stone Taylor Wood "
     "Harris Cooper Turner Parker Hill Ward Fletcher Ellis Barnes Whitaker Pickering Sutcliffe"),
    (6, "Siobhán Orla Niamh Aoife Ciara Róisín Gráinne Maeve", "Seán Pádraig Cormac Eoin Declan Ruairí Oisín Fionn",
     "O'Brien O'Connor O'Neill Murphy Kelly Byrne Ryan Doyle Gallagher Quinn Fitzgerald McCarthy Kavanagh"),
    (6, "María Lucía Carmen Ana Sofía Inés Pilar Marta", "José Javier Ángel Pablo Diego Andrés Íñigo Álvaro",
     "García Muñoz Peña López Hernández Núñez Ibáñez Torres Castaño Zúñiga Ortiz Vázquez Domínguez"),
    (4, "Beatriz Inês Joana Conceição Bia Leonor", "Luís João Tiago Gonçalo Rui Simão",
     "Pereira Silva Costa Gonçalves Araújo Simões Magalhães Brandão Assunção"),
    (6, "Sophie Chloé Amélie Élodie Geneviève Hélène", "Jean-Luc François Théo Étienne Rémi Noël",
     "Lefèvre Dubois D'Aubigné Gauthier Bélanger Côté Rousseau Saint-Pierre L'Hôpital Benoît"),
    (6, "Anke Greta Jördis Ida Käthe Lotte Ursula Heike", "Jonas Jörg Günther Matthäus Björn Klaus Uwe Lukas",
     "Müller Schröder Weiß Wolf Groß Köhler Jäger Schäfer Baumgärtner Lindner Vogel von Bülow"),
    (4, "Giulia Chiara Francesca Alessia Bianca", "Matteo Lorenzo Niccolò Davide Enzo",
     "Rossi D'Angelo Russo Esposito Ferrari Dell'Acqua Bianchi Conti Lo Presti"),
    (6, "Agnieszka Małgorzata Katarzyna Zofia Łucja Bożena", "Piotr Łukasz Paweł Stanisław Jan Wojciech",
     "Kowalski|Kowalska Nowak Wiśniewski|Wiśniewska Żółtowski|Żółtowska Zieliński|Zielińska Wójcik Szczęsny|Szczęsna"),
    (3, "Petra Jana Tereza Kateřina Zdeňka", "Jiří Ondřej Tomáš Jan Václav",
     "Novák|Nováková Dvořák|Dvořáková Svoboda|Svobodová Černý|Černá Horák|Horáková Říha|Říhová"),
    (3, "Astrid Freja Ingrid Åse Solveig Maja", "Bjørn Søren Åke Håkon Lars Øyvind",
     "Berg Jensen Sørensen Ångström Lindqvist Bjørnstad Kjærgaard Hansen Öberg"),
    (3, "Aino Helmi Päivi Kaisa", "Veikko Väinö Jari Eetu", "Mäkinen Hämäläinen Virtanen Lehtonen Yli-Hietanen"),
    (3, "Jónína Þórdís Katrín Sigríður", "Jón Þór Björgvin Ólafur",
     "Jónsson|Jónsdóttir Þórsson|Þórsdóttir Ólafsson|Ólafsdóttir"),
    (5, "Nadia Olga Irina Svetlana Natalia", "Ivan Dmitri Sergei Alexei Yuri",
     "Ivanov|Ivanova Petrov|Petrova Smirnov|Smirnova Kuznetsov|Kuznetsova Volkov|Volkova Sokolov|Sokolova"),
    (3, "Eleni Maria Katerina Despina", "Giorgos Nikos Dimitris Yannis",
     "Papadopoulos|Papadopoulou Georgiou Nikolaidis|Nikolaidou Papadimitriou Konstantopoulos|Konstantopoulou"),
    (5, "Ece Ayşe Zeynep Elif Gülşah Şule", "Mehmet Çağlar Emre Özgür İbrahim Burak",
     "Yılmaz Şahin Öztürk Çelik Güneş Yıldırım Aydoğan Kılıç"),
    (7, "Amal Noor Layla Fatima Maryam Hala Amira Zara", "Omar Hassan Khalid Yusuf Tariq Ibrahim Karim Sami",
     "Said Hamid Amin Khan al-Masri El-Sayed Haddad Abdallah Mansour Ben Youssef Nasser Aziz"),
    (8, "Priya Ritu Simran Sana Deepika Lakshmi Anjali Meera", "Aarav Anil Rohan Arjun Vikram Suresh Karthik Imran",
     "Patel Kaur|Singh Das Roy Sharma Iyer Reddy Iqbal Nair Chatterjee Krishnamurthy Venkataraghavan Gupta"),
    (6, "Linh Mei Hana Yuki Xiu Thảo Minju Sakura", "Ren Minh Wei Jun Hiroshi Minho Đức Kenji",
     "Nguyễn Trần Chen Wang Li Tanaka Mori Lee Cho Kim Phạm Yamamoto Watanabe Ng Ōta"),
    (7, "Adaeze Esi Awa Amina Ngozi Chidinma Folasade Makena", "Kofi Chidi Moussa Kwame Sipho Oluwaseun Tendai Juma",
     "Okonkwo Mensah Diallo Owusu Abara Nwachukwu Adebayo N'Diaye Dlamini Oyelaran Mwangi Ramaphosa"),
    (2, "Leilani Moana Anahera Kaʻiulani Siueni", "Keanu Tāne Wiremu Sione Tevita",
     "Kealoha Ngata Tūhoe Fa'alogo Taumoepeau Kahananui"),
)  # fmt: skip
_PARTICLES = {"von", "Ben", "Lo"}


@dataclass(frozen=True)
class Culture:
    women: tuple
    men: tuple
    families: tuple  # pairs: a man's form, a woman's form


def _families(words):
    whole, particle = [], ""
    for word in words.split():
        if word in _PARTICLES:
            particle = word + " "
            continue
        forms = [particle + form for form in word.split("|")]
        whole.append((forms[0], forms[-1]))
        particle = ""
    return tuple(whole)


CULTURES = tuple(Culture(tuple(w.split()), tuple(m.split()), _families(f)) for _, w, m, f in _TOWN)
_SHARES = tuple(share for share, *_ in _TOWN)


def some_culture(dice):
    return dice.choices(CULTURES, _SHARES)[0]


def some_name(dice, *, female, culture=None):
    """A (given name, family name); about one in twelve carries two family names."""
    culture = culture or some_culture(dice)
    given = dice.choice(culture.women if female else culture.men)
    family = dice.choice(culture.families)[female]
    if dice.random() < 0.08:
        family = f"{family}-{dice.choice(some_culture(dice).families)[female]}"
    if dice.random() < 0.1:
        given = f"{given} {dice.choice(culture.women if female else culture.men)}"
    return given, family
