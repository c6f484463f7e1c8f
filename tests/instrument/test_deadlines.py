"""The days and periods that sentences set, in a table: each sentence with what it sets, and those that set nothing."""

import pytest

from conformed.document import from_text
from conformed.instrument import parse
from conformed.instrument.deadlines import deadlines, deadlines_in

SETS = (
    ("The ferry toll is due on or before June 30, 2031.", "due by June 30, 2031"),
    ("The Keeper shall return the lamp oil not later than May 31, 2034.", "due by May 31, 2034"),
    ("No later than 5:00 p.m. (Harbor City time) on March 1, 2033, the Keeper shall deliver the log.", "due by March 1, 2033, 5:00 p.m. (Harbor City time)"),
    ("The Keeper shall finish the pier by October 1, 2032.", "due by October 1, 2032"),
    ("The Orchard shall be replanted prior to April 15, 2030.", "due before April 15, 2030"),
    ("The Grower shall clear the lower field before November 2, 2030.", "due before November 2, 2030"),
    ("The loan matures on December 31, 2040.", "lasts until December 31, 2040"),
    ("This Lease expires on August 15, 2036.", "lasts until August 15, 2036"),
    ("The right of way shall continue until July 4, 2035.", "lasts until July 4, 2035"),
    ("The rebate applies through and including September 30, 2031.", "lasts until September 30, 2031"),
    ("The license runs from March 3, 2030 to and including March 2, 2033.", "lasts until March 2, 2033"),
    ("The Miller may not sell the wheel before May 1, 2031.", "not before May 1, 2031"),
    ("The option may be exercised at any time on or after January 15, 2032.", "not before January 15, 2032"),
    ("Deliveries shall not begin earlier than February 1, 2030.", "not before February 1, 2030"),
    ("Rent shall accrue commencing on July 1, 2030.", "not before July 1, 2030"),
    ("The price holds beginning September 1, 2030.", "not before September 1, 2030"),
    ("From and after December 1, 2030 the Weaver shall use new looms.", "not before December 1, 2030"),
    ("The last payment is due and payable on April 30, 2033.", "due by April 30, 2033"),
    ("“Harvest Date” means October 12, 2031.", "is October 12, 2031"),
    ('"Last Sailing Day" shall mean November 30, 2029, or such later day as the parties agree.', "is November 30, 2029"),
    ("The Keeper shall pay each toll within thirty (30) days after receipt of the invoice.", "due by 30 days after receipt of the invoice"),
    ("Within ten days of its receipt of the sample, the Brewer shall taste it.", "due by 10 days after its receipt of the sample"),
    ("Within five Business Days following the Closing Date, the Seller shall hand over the keys.", "due by 5 business days after the Closing Date"),
    ("The Grower shall file the report within 45 days after the close of each monthly accounting period.", "due by 45 days after the close of each monthly accounting period"),
    ("Within ninety (90) days after the end of each fiscal year, the Miller shall furnish its balance sheet.", "due by 90 days after the end of each fiscal year"),
    ("As soon as available, and in any event within 30 days after the end of each calendar month, a list of nets.", "due by 30 days after the end of each calendar month"),
    ("The Weaver shall repair the loom within one (1) month from the date of this Agreement.", "due by 1 month after the date of this Agreement"),
    ("The survey shall be finished within two (2) years from and after the Effective Date.", "due by 2 years after the Effective Date"),
    ("The Brewer shall answer within a period of fifteen (15) days after written demand therefor.", "due by 15 days after written demand therefor"),
    ("The Keeper shall reply within the thirty-day period following delivery of the notice.", "due by 30 days after delivery of the notice"),
    ("Payment shall be made within three weeks after completion of the bridge.", "due by 3 weeks after completion of the bridge"),
    ("If the Ferry is sold within one year after the Launch Date, the Owner shall share the price.", "lasts until 1 year after the Launch Date"),
    ("The failure continues unremedied for thirty (30) days after notice thereof from the Owner.", "lasts until 30 days after notice thereof from the Owner"),
    ("The failure is not cured within 20 days after the earlier of (i) the day on which the Keeper learns of it and (ii) notice from the Owner.", "due by 20 days after the earlier of (i) the day on which the Keeper learns of it and (ii) notice from the Owner"),
    ("The warranty lasts for a period of twelve (12) months after delivery of the boat.", "lasts until 12 months after delivery of the boat"),
    ("For one (1) year following termination of this Agreement, the Weaver shall not sell cloth in Dunmere.", "lasts until 1 year after termination of this Agreement"),
    ("The Guild shall keep the records for six years after the end of the Term.", "lasts until 6 years after the end of the Term"),
    ("During the sixty-day period commencing on the Closing Date, the Seller may use the barn.", "lasts until 60 days after the Closing Date"),
    ("The cover shall continue for 18 months after the date of termination.", "lasts until 18 months after the date of termination"),
    ("The Keeper shall not sail until the date that is ten (10) days after the storm warning.", "lasts until 10 days after the storm warning"),
    ("The Keeper shall wait until 30 days after the first snow.", "lasts until 30 days after the first snow"),
    ("The term shall continue until the fifth anniversary of the Closing Date.", "lasts until 5 years after the Closing Date"),
    ("The Bonds shall be paid on the tenth anniversary of the date hereof.", "due by 10 years after the date hereof"),
    ("On or before the second anniversary of the Effective Date the Grower shall plant the hedge.", "due by 2 years after the Effective Date"),
    ("This Agreement shall expire on the third (3rd) anniversary of the Launch Date.", "lasts until 3 years after the Launch Date"),
    ("“Expiry Date” means the third anniversary of the Closing Date.", "is 3 years after the Closing Date"),
    ("“Outside Date” means the date that is 120 days after the Signing Date.", "is 120 days after the Signing Date"),
    ("The fee shall be adjusted on each anniversary of the Closing Date.", "each anniversary of the Closing Date"),
    ("The Keeper shall give the Owner at least thirty (30) days' prior written notice of any change of berth.", "notice 30 days before what it is notice of"),
    ("The Owner may end the lease upon sixty (60) days’ notice to the Keeper.", "notice 60 days before what it is notice of"),
    ("Either party may withdraw on not less than six months' prior notice.", "notice 6 months before what it is notice of"),
    ("The Agent shall be given three (3) Business Days' prior irrevocable notice.", "notice 3 business days before what it is notice of"),
    ("The insurer shall provide ten days advance written notice of cancellation.", "notice 10 days before what it is notice of"),
    ("The Borrower shall notify the Agent not later than 11:00 a.m., Dunmere time, three Business Days before the date of the proposed draw.", "notice 3 business days before the date of the proposed draw, 11:00 a.m., Dunmere time"),
    ("A notice shall be delivered at least five (5) Business Days prior to the date of the requested advance.", "notice 5 business days before the date of the requested advance"),
    ("The Grower shall request water not less than 48 days before the first frost.", "due by 48 days before the first frost"),
    ("Notice of renewal shall be given no later than ninety (90) days prior to the expiration of the Term.", "notice 90 days before the expiration of the Term"),
    ("No letter of credit shall expire later than thirty (30) days prior to the Loan Commitment Termination Date.", "due by 30 days before the Loan Commitment Termination Date"),
    ("Each bid shall be lodged at least two weeks in advance of the auction.", "due by 2 weeks before the auction"),
    ("The Keeper shall announce each closure at least 14 days in advance.", "notice 14 days before what it is notice of"),
    ("The Miller shall renew each policy at least thirty (30) days before the expiration of the policy.", "due by 30 days before the expiration of the policy"),
    ("The notice shall be given not less than 30 days and not more than 60 days before the Sale Date.", "notice 30 days before the Sale Date"),
    ("The test shall be made not more than ten (10) days before the launch.", "not before 10 days before the launch"),
    ("The survey shall be dated not earlier than 30 days prior to the Closing Date.", "not before 30 days before the Closing Date"),
    ("The shares may not be sold sooner than six (6) months after the Closing Date.", "not before 6 months after the Closing Date"),
    ("The new tariff takes effect not less than twenty days after publication of the notice.", "not before 20 days after publication of the notice"),
    ("The Weaver shall deliver the bill no more than five (5) days after the fitting.", "due by 5 days after the fitting"),
    ("The sum shall be paid on the third Business Day after the draw.", "due by 3 business days after the draw"),
    ("Payment shall be made on or before the tenth (10th) day following the end of each month.", "due by 10 days after the end of each month"),
    ("By the forty-fifth day after the launch, the Builder shall remove the cradle.", "due by 45 days after the launch"),
    ("The Keeper shall vacate by the fifteenth day after the date of the notice.", "due by 15 days after the date of the notice"),
    ("Interest is payable on the first day of each month.", "the first day of each month"),
    ("Interest shall be paid in arrears on the last Business Day of each calendar quarter.", "the last business day of each quarter"),
    ("The ratio shall be tested as of the last day of each fiscal quarter.", "the last day of each fiscal quarter"),
    ("The Keeper shall pay the dues on the fifteenth (15th) day of each and every calendar month.", "the 15th day of each month"),
    ("The toll is payable on March 31, June 30, September 30 and December 31 of each year.", "each March 31, June 30, September 30 and December 31"),
    ("On or before April 30 of each year the Guild shall publish its accounts.", "each April 30"),
    ("Dues fall due on each January 1 and July 1.", "each January 1 and July 1"),
    ("Interest is payable on the last day of each March, June, September and December.", "each March 31, June 30, September 30 and December 31"),
    ("The Grower shall deliver a budget not later than December 15 of each calendar year.", "each December 15"),
    ("The Keeper shall oil the hinges every six months.", "every 6 months"),
    ("The boiler shall be inspected every 15 days.", "every 15 days"),
    ("The meter shall be read every two (2) weeks.", "every 2 weeks"),
    ("The Keeper shall hand over the lamp not later than the Completion Date.", "due by the Completion Date"),
    ("The Builder shall finish the pier on or before the Completion Date.", "due by the Completion Date"),
    ("The restriction stands until the Release Date.", "lasts until the Release Date"),
    ("All commitments terminate on the Facility Termination Date.", "lasts until the Facility Termination Date"),
    ("The Brewer shall store the casks through the Removal Date.", "lasts until the Removal Date"),
    ("Within a fortnight after the fair, the Guild shall clean the green.", "due by 2 weeks after the fair"),
    ("The Owner shall answer within one hundred and eighty (180) days after the filing of the claim.", "due by 180 days after the filing of the claim"),
    ("The claim lapses unless made within three hundred sixty-five days after the loss.", "lasts until 365 days after the loss"),
    ("The Keeper shall pay within thirty (45) days after the invoice.", "due by 30 days (the figures say 45) after the invoice"),
    ("The Owner shall cure the defect within thirty-(30) days after notice.", "due by 30 days after notice"),
    ("The Weaver shall return the yarn within 24 (twenty four) months from the date of delivery.", "due by 24 months after the date of delivery"),
    ("The Keeper shall pay within 10 working days after the statement.", "due by 10 business days after the statement"),
    ("The draw is made within two London Banking Days after the request.", "due by 2 business days after the request"),
    ("The pay is due twenty (20) days after the end of the month in which the work was done.", "due by 20 days after the end of the month in which the work was done"),
    ("The Brewer shall, within 10 days of the Miller's response, name another mill.", "due by 10 days after the Miller's response"),
    ("The Grower shall return the crates within 60 days after the retiring Warden gives notice of resignation, and the Guild shall count them.", "due by 60 days after the retiring Warden gives notice of resignation"),
    ("Within 15 days after March 1, 2032, the Keeper shall pay half.", "due by 15 days after March 1, 2032"),
    ("The Seller shall deliver the deed within 30 days after the end of the fiscal year ending December 31, 2031.", "due by 30 days after the end of the fiscal year ending December 31, 2031"),
    ("Within six (6) months after the third anniversary of the Closing Date, the Owner shall paint the hull.", "due by 6 months after the third anniversary of the Closing Date"),
    ("The Keeper may renew for the two-year period following the Expiry Date.", "lasts until 2 years after the Expiry Date"),
    ("The right ends at midnight on June 1, 2033.", "lasts until June 1, 2033, midnight"),
    ("Such right terminates at the close of business on October 31, 2031.", "lasts until October 31, 2031, the close of business"),
    ("The Keeper agrees to pay the balance in full on or prior to January 31, 2032.", "due by January 31, 2032"),
    ("The Miller covenants to rebuild the dam upon or before May 5, 2033.", "due by May 5, 2033"),
    ("The waiver shall be effective through June 30, 2031.", "lasts until June 30, 2031"),
    ("The forbearance shall terminate on September 1, 2032.", "lasts until September 1, 2032"),
    ("The Owner shall be told within one Business Day after each accident.", "due by 1 business day after each accident"),
    ("The Brewer shall pay the excise within 20 days after each quarter ends.", "due by 20 days after each quarter ends"),
    ("The Miller shall send within 30 days after the end of each calendar quarter accounts of the mill.", "due by 30 days after the end of each calendar quarter"),
    ("The Owner shall pay within ten days after his Date of Departure a lump sum of five crowns.", "due by 10 days after his Date of Departure"),
    ("The Keeper shall give ten days prior written notice before burning any book and a reasonable time to copy it.", "notice 10 days before burning any book"),
    ("The gate stays open for ten days after the fair in order to let the carts out.", "lasts until 10 days after the fair"),
    ("The Weaver must protest within 9 days after the fitting and give the Owner time to mend it.", "due by 9 days after the fitting"),
    ("The Weaver shall send a letter at least 9 days before the fitting stating the size of the cloth.", "due by 9 days before the fitting"),
    ("No loom may be sold on or after February 19, 2030.", "not before February 19, 2030"),
    ("The Weaver shall not compete until two (2) years after the termination of this Agreement for any reason.", "lasts until 2 years after the termination of this Agreement for any reason"),
    ("The Seller shall stay on for a period of up to 90 days after the Closing Date.", "lasts until 90 days after the Closing Date"),
    ("For at least five years after the sale, the Buyer shall keep the name.", "lasts until 5 years after the sale"),
    ("The deposit shall be held for 12 months from the date of the last delivery.", "lasts until 12 months after the date of the last delivery"),
    ("The Guild shall vote within forty days following such request.", "due by 40 days after such request"),
    ("The Keeper shall insure the boat for a term of three years beginning on the Launch Date.", "lasts until 3 years after the Launch Date"),
    ("The Owner shall file the plan with the Harbor Board on or before the thirtieth day after the date hereof.", "due by 30 days after the date hereof"),
    ("The draw shall be made within ten days before the Expiry Date.", "not before 10 days before the Expiry Date"),
    ("The Miller may prepay on three days' notice prior to the date of payment.", "notice 3 days before the date of payment"),
    ("The Keeper shall pay the fine within seven (7) calendar days after the ruling becomes final.", "due by 7 days after the ruling becomes final"),
    ("The Brewer shall bring the suit no later than one year after the cause of action accrues.", "due by 1 year after the cause of action accrues"),
    ("The Keeper shall remit all tolls within 3 days after collection, without deduction.", "due by 3 days after collection"),
    ("The reserve must be filled by the last day of each calendar quarter.", "the last day of each quarter"),
    ("The Warden shall report not later than the fifth Business Day of each month.", "the 5th business day of each month"),
    ("The Buyer shall close within 30 days of the Owner’s “notice of readiness” and pay the price.", "due by 30 days after the Owner’s “notice of readiness”"),
    ("The permit may not end (i) later than thirty (30) days prior to the Loan Commitment Termination Date or (ii) on a feast day.", "due by 30 days before the Loan Commitment Termination Date"),
    ("The letter is in force for a three-year period commencing on July 1, 2031 and terminating on a feast day.", "lasts until 3 years after July 1, 2031"),
    ("The option vests on the first anniversary of the Keeper's start date and then by a fourth each year.", "due by 1 year after the Keeper's start date"),
    ("The Keeper shall deliver to the Owner within sixty days of such event the following: a list of nets.", "due by 60 days after such event"),
    ("The cover lasts for a period of 18 months following a termination without Cause.", "lasts until 18 months after a termination without Cause"),
    ("The fault shall not be cured within ten days after notice.", "due by 10 days after notice"),
    ("The Keeper shall pay within 30 days from the date such Owner or Agent (as the case may be) makes written demand.", "due by 30 days after the date such Owner or Agent (as the case may be) makes written demand"),
    ("The fault stands for ten days after the earlier of: (i) the date of the notice; or (ii) the date of the storm.", "lasts until 10 days after the earlier of: (i) the date of the notice; or (ii) the date of the storm"),
    ("Upon request by the Owner, as soon as available and in any event within ten days after the fair, the Guild shall report.", "due by 10 days after the fair"),
    ("Interest is payable on the first and the fifteenth day of each month.", "the first and 15th day of each month"),
    ("The shares vest in equal parts over a 12-month period beginning on June 1, 2032.", "lasts until 12 months after June 1, 2032"),
    ("Within 30 days after the Owner's receipt of the claim, which shall be in writing, the Keeper shall answer.", "due by 30 days after the Owner's receipt of the claim"),
    ("On the last day of the year or at least 90 days before the end of the then current term, the Keeper shall write.", "due by 90 days before the end of the then current term"),
    ("The bond shall expire 60 days after delivery of the boat.", "lasts until 60 days after delivery of the boat"),
    ("The Keeper shall write promptly, but not exceeding five days after the storm.", "due by 5 days after the storm"),
    ("The sum shall be paid to the Keeper (or to his estate, if he should die) within ten days after the sale of the boat.", "due by 10 days after the sale of the boat"),
    ("If the Owner cannot repair the crane, within ten days after the storm, the Keeper shall have a new one.", "due by 10 days after the storm"),
    ("The notice is of no effect for ten days after notice under Rule 4(a), (c) or (d) of the Harbor.", "lasts until 10 days after notice under Rule 4(a), (c) or (d) of the Harbor"),
    ("Payments that are made during the first six months following the Keeper's 6(d) Leaving Date are set apart.", "lasts until 6 months after the Keeper's 6(d) Leaving Date"),
    ("This Lease is made for a period of five (5) years.", "lasts until 5 years after it begins"),
    ("The term of this Lease shall be for a period of two (2) years beginning as of the Launch Date and terminating on the eve of the fair.", "lasts until 2 years after the Launch Date"),
    ("This Lease shall have an initial term of 5 years.", "lasts until 5 years after the beginning of the initial term"),
    ("The Term shall commence on the Opening Date and shall continue for a period of ten (10) years.", "lasts until 10 years after the Opening Date"),
    ("The warranty shall begin on the Launch Date and shall terminate one (1) year thereafter.", "lasts until 1 year after the Launch Date"),
    ("The Keeper serves for a term of one (1) year, which term shall commence as of the date of this Lease.", "lasts until 1 year after the date of this Lease"),
    ("The lease renews for successive terms of one year.", "lasts until 1 year after it begins"),
    ("The bond is good for one (1) year from the date of issuance.", "lasts until 1 year after the date of issuance"),
    ("The petition against the Miller stands undismissed for a period of sixty (60) days.", "lasts until 60 days after it begins"),
    ("The ratio of barley to rye shall be tested at each fiscal quarter end.", "the last day of each fiscal quarter"),
    ("The Miller shall not permit the flour on hand as of the end of any fiscal quarter to be less than nine sacks.", "the last day of each fiscal quarter"),
    ("The stock shall not, at the last day of any month, be less than four barrels.", "the last day of each month"),
    ("The stock as of the last day of each quarter ending on or after December 31, 2030 shall be ten barrels.", "the last day of each quarter from December 31, 2030 on"),
    ("The stock as of the end of each fiscal quarter of the Mill, commencing with the fiscal quarter ending June 30, 2031, shall be ten barrels.", "the last day of each fiscal quarter from June 30, 2031 on"),
    ("Rent is due on the first day of each month commencing July 1, 2031.", "the first day of each month from July 1, 2031 on"),
    ("The lease goes on unless either party gives written notice thirty days before the end of the term.", "notice 30 days before the end of the term"),
    ("The lease goes on unless either party gives the other thirty (30) days' notice before the end of the term.", "notice 30 days before the end of the term"),
    ("The Builder shall give the Owner written notice of the work 30 days prior to the launch.", "notice 30 days before the launch"),
    ("The Keeper shall pay by 2:00 p.m. New York time on June 30, 2031.", "due by June 30, 2031, 2:00 p.m. New York time"),
    ("The Keeper shall pay not later than 2:00 p.m., Dunmere time, on (x) the date of the draw.", "due by the date of the draw, 2:00 p.m., Dunmere time"),
    ("By 11:00 a.m. on the Closing Date the Keeper shall deliver the key.", "due by the Closing Date, 11:00 a.m."),
    ("The Keeper shall ring the bell before 12:00 noon on the Sailing Date.", "due by the Sailing Date, 12:00 noon"),
    ("The Keeper shall report each fire within twenty-four (24) hours after learning of it.", "due by 24 hours after learning of it"),
    ("The Builder shall give at least forty-eight (48) hours' notice of any test.", "notice 48 hours before what it is notice of"),
    ("The shares vest 12 months after the Closing Date.", "comes 12 months after the Closing Date"),
    ("Twelve months after the Closing Date, the rent shall be raised.", "comes 12 months after the Closing Date"),
    ("A letter is deemed received three Business Days after its mailing.", "comes 3 business days after its mailing"),
    ("A bond that falls due later than thirty (30) days prior to the Sale Date is passed over.", "later than 30 days before the Sale Date"),
    ("A bond that falls due later than June 1, 2031 bears a stamp.", "later than June 1, 2031"),
    ("If the Builder delivers the boat later than ten days after the Launch Date, the price falls.", "later than 10 days after the Launch Date"),
    ("In no event, unless the Owner agrees, shall the bond fall due later than June 1, 2031.", "due by June 1, 2031"),
    ("Not later than 45 days after and as of the end of each month, the Mill shall send its books.", "due by 45 days after the end of each month"),
    ("The Agent shall be told not later than the date on which the boat sails.", "due by the date on which the boat sails"),
    ("The bond shall end on the later of July 1, 2031 or one year after the launch.", "lasts until the later of July 1, 2031 or one year after the launch"),
    ("The fee shall be paid by the earlier of June 30, 2031 and the launch of the boat.", "due by the earlier of June 30, 2031 and the launch of the boat"),
    ("The Keeper shall on the Sailing Date repay the tolls.", "due by the Sailing Date"),
    ("The rest of the price shall be due and payable in full on the Sailing Date.", "due by the Sailing Date"),
    ("The Keeper shall answer not later than 2:00 p.m., Dunmere time, on the Business Day after the Keeper receives the call.", "due by 1 business day after the Keeper receives the call, 2:00 p.m., Dunmere time"),
    ("The Mill shall answer within one (1) business day after it receives the sample.", "due by 1 business day after it receives the sample"),
    ("Neither party may bill for a boat more than twelve (12) months after the date on which it was provided.", "due by 12 months after the date on which it was provided"),
    ("The bond would lapse more than one (1) year from the date of the launch.", "later than 1 year after the date of the launch"),
    ("The toll shall be paid in arrears, on the last Business Day of March, June, September and December.", "the last business day of each quarter"),
    ("Oats are counted on the first day of May and November.", "each May 1 and November 1"),
    ("This Lease takes effect on May 4, 2031 and continues for a term of five (5) years, and thereafter from month to month.", "lasts until 5 years after May 4, 2031"),
)
SETS_NONE = (
    "“Mill Ratio” means, as of the end of each fiscal quarter, the ratio of rye to oats.",
    "The sales for the period of four fiscal quarters are told.",
    "Toll is counted through the date of the payment.",
    "The Keeper may answer within the ten (10) day notice.",
    "The Keeper shall report each fire within 24 hours.",
    "The Weaver is paid for a period of twelve months or the rest of the term.",
    "The boat sailed by 2:00 p.m. on the Sailing Date.",
    "The looms sold to the Weaver and those acquired by her on or after February 19, 2030 are told apart.",
    "The Owner pays no more than five crowns during any one year period commencing on the date of this Agreement.",
    "The Keeper shall pay the toll for each month ending prior to January 1, 2030.",
    "The ratio of the Mill as of each quarter of the Mill ending on or after December 31, 2030 is told apart.",
    "From the first day until the Turning Date, the Owner has issued a licence now and then.",
    "From December 31, 2030 to and including the Closing Date, there has been no fire on the pier.",
    "Through June 30, 2031 the Keeper has not sold a boat.",
    "The rate stands until the Testing Date next following December 31, 2030.",
    "A second auction shall not be held within two Business Days of the date of any other auction.",
    "The shares vest on each January 27 in the years 2031 through 2034.",
    "This Agreement is dated as of March 3, 2030.",
    "The Keeper delivered the log on March 3, 2030.",
    "The balance sheet for the fiscal year ended December 31, 2029 is true.",
    "During the fiscal year commencing January 1, 2030, the Miller shall grind rye.",
    "The rate is 8% per annum on the basis of a year of 360 days.",
    "The pier is thirty days old.",
    "The Executive shall receive six months of salary.",
    "Any of one, two, three or six months after the draw, as the Keeper elects.",
    "No debt was incurred within ninety days prior to the date of this Agreement.",
    "The sum is due within 10 days after demand or 30 days after the launch, whichever is later.",
    "The toll is not overdue for a period of more than 60 days.",
    "The Keeper shall pay the tolls that were counted on the Closing Date.",
    "The boat outstanding on the Closing Date is told apart.",
    "Vacation of twenty (20) days per year is granted.",
    "The Term is a period of five years.",
    "The Keeper shall pay within thirty days.",
    "Approximately sixty days after the launch the pier will open.",
    "The 30-day notice period shall not run on feast days.",
    "The Keeper shall pay within 10 days after the Miller, who is to write to him, has written.",
    "The Miller's permits issued before January 1, 2020 remain valid.",
    "No accident happened on or before the Closing Date.",
    "The Keeper worked for six months before the flood.",
    "Notes maturing within one year from the date of acquisition may be held.",
    "Such other periods as may be agreed from time to time shall apply.",
    "The act of June 30, 2029 governs.",
    "The Keeper shall be paid $500 per month for the last three years.",
    "The letter of June 30, 2029 between the Keeper and the Owner is ended by this Lease.",
    "A sum equal to twelve months of rent was paid before the flood.",
    "Within 30 days of the anniversary of the launch the Keeper may ask for more.",
)



@pytest.mark.parametrize(("sentence", "told"), SETS, ids=range(len(SETS)))
def test_a_sentence_sets_a_day_or_a_period(sentence: str, told: str) -> None:
    assert list(map(str, deadlines_in(sentence))) == [told]


@pytest.mark.parametrize("sentence", SETS_NONE, ids=range(len(SETS_NONE)))
def test_a_sentence_sets_none(sentence: str) -> None:
    assert list(map(str, deadlines_in(sentence))) == []


LEASE = """HARBOR LEASE

This HARBOR LEASE is made on or before March 3, 2030 between Dunmere Quays Inc. and Tern Ferries LLC.

WHEREAS, the pier is to be finished not later than May 1, 2030;

The parties agree as follows:

1. Rent. The Tenant shall pay the first rent not later than June 30, 2030. (a) The Tenant shall pay each further
rent within ten (10) days after receipt of
the invoice; and (b) the Owner shall repair the crane within two weeks after each storm.

2. Notices. A notice of change shall be given at least five Business Days before the Moving Date.
"""


def test_each_has_its_place_and_its_sentence_and_recitals_set_none() -> None:
    instrument = parse(from_text("lease.txt", LEASE.encode()))
    found = [(one.path, str(one), instrument.document.words(one.span)) for one in deadlines(instrument)]
    assert found == [
        ("1", "due by June 30, 2030", "not later than June 30, 2030"),
        ("1(a)", "due by 10 days after receipt of the invoice", "within ten (10) days after receipt of the invoice"),
        ("1(b)", "due by 2 weeks after each storm", "within two weeks after each storm"),
        ("2", "notice 5 business days before the Moving Date", "at least five Business Days before the Moving Date"),
    ]
    last = list(deadlines(instrument))[-1]
    assert instrument.document.words(last.sentence).startswith("A notice of change")


def test_what_comes_with_each_of_several_is_told() -> None:
    told = {text: one.recurring for text, _ in SETS for one in deadlines_in(text)}
    assert told["The Owner shall be told within one Business Day after each accident."]
    assert told["The fee shall be adjusted on each anniversary of the Closing Date."]
    assert not told["Payment shall be made within three weeks after completion of the bridge."]


@pytest.mark.parametrize("words", ["within 30 days after ", "not later than ", "no ", "the earlier of ", "June 1, 2030 of ", "first day of each "])
def test_long_repetitions_are_read_in_linear_time(words: str) -> None:
    found = list(deadlines_in(words * (40_000 // len(words))))
    assert all(one.span.end - one.span.start < 800 for one in found)
