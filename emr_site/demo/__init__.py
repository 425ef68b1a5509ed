"""A believable practice to look at, made from nothing but a seed and today's date.

This package knows how rows are made, dated and written; what a practice is made of is contributed by the rooms in
their demo modules. first_system/ holds the sample rows of the first system. Its visit 7 is dated 2008 there, before
the patient's birth, which no rule of ours lets pass: it stands here in 2018.
"""
