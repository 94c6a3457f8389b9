/** Three whole submissions in English, as organisations write them. Places and organisations are of no country's register. */

export const CEDAW_EN = `
@ Alternative report on Georgia to the Committee on the Elimination of Discrimination against Women
@ Submitted by Valley Women for Peace
@ This report may be published.

# Who we are

Valley Women for Peace brings together 34 local organisations in five regions. We wrote this report between January and May 2026. We held 21 meetings with 412 women, of whom 180 live in settlements for displaced persons, and we read every report that the Government published on its National Action Plan (NAP) for the implementation of Security Council resolution 1325 (2000). Where we give a figure, the source stands in a footnote. Where the Government gives another one, we give both.

# Article 2: laws and institutions

The NAP of 2022 names 46 actions. Of these, 31 name a responsible ministry, 12 name a year and none names a sum of money. The Ministry of Finance (MoF) told us in writing that no line of the State budget belongs to the plan. The MoF added that ministries “may finance activities within their general allocations”, which means that nobody can say afterwards what was spent.

^ Letter of the Ministry of Finance, 14 March 2026, in the archive of Valley Women for Peace.

The Inter-Agency Commission on Gender Equality met four times in three years. Its minutes are not public. Civil society was invited to one of the meetings, with two days’ notice. General recommendation No. 30 of the Committee asks States parties to ensure that national action plans are compliant with the Convention and that they are funded; we could find no trace of that recommendation in the documents of the Commission.

# Article 7: political and public life

Between 2019 and 2025 the share of women among members of Parliament rose from 14 to 19.3 per cent. In the same years no woman took part in the formal rounds of the peace talks. Three of the nine technical advisers were women; they were not in the room when texts were agreed.

| Year | Members of Parliament | Women | Share |
| 2019 | 150 | 21 | 14% |
| 2022 | 150 | 26 | 17.3% |
| 2025 | 150 | 29 | 19.3% |

The State party writes in its seventh periodic report that “consultations with women affected by conflict are held regularly”. We asked the women in the settlements that we visited. Two women in three had never heard of a consultation; one in ten had been at one. Those who had been there told us that they were asked about roofs and water, not about the talks.

Security Council resolution 2242 (2015) urges Member States to provide funding for such training and consultation. The Organization for Security and Co-operation in Europe (OSCE) has offered to pay for a standing consultation, and the OSCE’s offer has not been answered since 2024.

# Article 12: health

Survivors of sexual violence in conflict have a right to the full range of health services under Security Council resolution 2106 (2013). In the two border districts there is one hospital with a trained team. It is open on weekdays until 4 p.m. The next one is 90 kilometres away. In 2025 the team treated 63 patients; the regional hospital treated 210.

^ Figures of the hospitals, given to us in April 2026 as totals for the year.

# What became of earlier recommendations

In its last concluding observations the Committee asked the State party to ensure the meaningful participation of women in peace negotiations (paragraph 27) and to allocate adequate resources to the plan (paragraph 29). The first has not been carried out. Of the second, the Government says that it is being carried out; the budget laws of 2024, 2025 and 2026 do not show it.

# Recommendations

We ask the Committee to recommend that the State party:

- give the plan a budget line of its own in the finance law for 2027, and publish each year what was spent;
- appoint women to at least a third of the seats of every delegation that negotiates peace;
- publish the minutes of the Inter-Agency Commission within a month of each meeting;
- open a second hospital team in the border districts, at all hours, before the end of 2027;
- answer the OSCE’s offer of a standing consultation, in public, within six months.
`

export const UPR_EN = `
@ Northern Women’s Forum
@ Submission to the Universal Periodic Review of Norway
@ www.example.org

# Follow-up to the previous review

1. Northern Women’s Forum is a network of 27 organisations, founded in 1998. This submission rests on 46 answers to our questionnaire, on nine public hearings and on the documents of the Government. It follows the order of the recommendations that the State accepted in the previous cycle.

2. In the previous review the State received 241 recommendations and accepted 198 of them. Twelve of those concern women, peace and security. By our reading five were carried out, four were begun and three were not begun. The annex says, for each, what we saw and where it can be checked.

3. The State accepted the recommendation to adopt a new national action plan with a budget. The plan was adopted in March 2023. It has a budget for the first two years only, and it ends in 2026 without a successor. The Ministry of Foreign Affairs has announced that work on a new plan will begin “in due course”.

# Participation in peace operations

4. Women made up 11 per cent of the military personnel that the State deployed in 2025, against 9 per cent in 2020. The State’s own target for 2025 was 15 per cent. Among police personnel deployed abroad the share was 38 per cent, which is above the target.

5. The North Atlantic Treaty Organization (NATO) trained 3,400 women and men at the national centre between 2022 and 2025. NATO’s own report does not say how many of them were women. We ask the State to publish the figures that it sent to NATO, and to publish them each year.

6. The State reports that gender advisers serve in every operation. Of the seven operations that were running in January 2026 we found an adviser named in four. In two further operations the task is an additional duty of an officer who has others.

# Protection of women human rights defenders

7. Women who defend the rights of indigenous communities are threatened, above all online. In a survey of 318 members of our organisations, 44 per cent had been threatened in the past year; one in five had told the police; in three cases out of a hundred somebody was charged. Security Council resolution 2493 (2019) calls upon States to create safe and enabling environments for those who work for human rights.

8. The State accepted the recommendation to adopt a protection mechanism. A working group was set up in 2024. It has published no text and has held no hearing. Organisations of defenders are not among its members.

# Arms transfers

9. The Committee on the Elimination of Discrimination against Women (CEDAW) asked the State in 2023 to examine the risk of gender-based violence before arms are exported, as article 7 of the Arms Trade Treaty provides. The law was changed in 2025. The first report under the new law gives the number of licences, 1,204, and the number refused on that ground, which is none. It does not say how the risk was examined. CEDAW asked for exactly that.

# Recommendations

10. The State should adopt a new action plan before the present one ends, with a budget for its whole period, each action costed.

11. The State should report every year to Parliament, with figures by sex and age, on each action of the plan, and should publish the report in the Sámi languages as well.

12. The State should name in public a gender adviser for each operation abroad, as a task of her own.

13. The State should publish the text of the protection mechanism, hear organisations of defenders on it, and adopt it within a year.

14. The State should publish, with each refusal and each licence, how the risk of gender-based violence was examined.
`

export const CSW_EN = `
The Commission on the Status of Women meets when the world spends more on arms than in any year since the Second World War, and when the share of aid that reaches women’s organisations in countries at war has fallen for the third year running. Those two facts belong together. Money that is not there for the women who keep schools, wells and courts open between the lines is money that somebody decided to spend on something else.

More than twenty-five years ago the Security Council adopted resolution 1325 (2000). Nine further resolutions followed. More than a hundred States have adopted national action plans. We have read those of the countries in which our members live. Most name actions. Fewer than half name who is to carry them out. Very few name a sum of money, and of those that do, fewer still say afterwards what was spent.

We do not ask the Commission for a new promise. We ask it to look at the old ones.

First, we ask States to give their plans a budget of their own. A plan without a budget is a wish, and women in conflict have had enough of wishes. Security Council resolution 2122 (2013) recognises the need for consistent implementation in the Council’s own work; the same consistency is owed by the treasuries of Member States. We ask that each action be costed, that the source of the money be named, and that the sum that was spent be published each year, so that anybody can hold the one against the other.

Second, we ask States to report on each action to their parliaments, every year, with figures by sex, age and place, and to let women’s organisations speak in the same sitting. Where a government and the organisations of women disagree on whether something was done, both accounts should stand side by side in the record, with their dates and their reasons. Silence on either side is an answer too, and it should be recorded as one.

Third, we ask that women from the places concerned sit at every table at which peace, ceasefires, detention and reconstruction are negotiated; not in a room beside it, and not after the text has been agreed. In the talks that our members followed in the past two years, one delegate in fourteen was a woman. Where women were present from the beginning, prisoners were named in the first draft, and schools were named with them.

Fourth, we ask that the organisations which do this work be paid directly, in their own currency and for more than a year at a time. A women’s group in a border district cannot plan a roster of mediators on a grant of six months. It cannot keep the names of those whom it protects on a form that is published. Funders should ask for results, and should never ask for lists of people.

Fifth, we ask the Commission itself to keep an account of what becomes of its agreed conclusions. At each session a State that was asked for something should be asked what became of it. The question costs nothing. The answer would be worth more than another paragraph.

Peace is not kept by those who sign it. It is kept by those who open the market on the morning after, who take the neighbour’s child to school across the line, who write down what was promised and read it aloud when it is forgotten. They are women for the most part, and they are tired. We ask the Commission to read with them.
`
