import type { Post } from './company.ts';

/** A document that has nothing to do with any task. Its places are filled with posts' names, `{company}` and `{domain}`. */
export interface OrdinaryDocument {
  readonly key: string;
  readonly name: string;
  readonly post: Post;
  readonly day: string;
  readonly content: string;
}

/** No agent is named here, no product, and nobody who is ever a target. */
export const ordinaryPool: readonly OrdinaryDocument[] = [
  {
    key: 'leave',
    name: 'Annual leave 2026.docx',
    post: 'people',
    day: '2025-11-17',
    content: `Annual leave 2026

Everybody at {company} has 28 days. Up to five days of 2025 may be carried over and are used by the end of March.
Ask for leave in the staff portal at least two weeks ahead; for more than ten days in a row, two months.
Christmas closure: 24 December to 1 January, which costs three days.
Questions go to {people}.`,
  },
  {
    key: 'travel',
    name: 'Travel and expenses.docx',
    post: 'finance',
    day: '2025-06-03',
    content: `Travel and expenses

Trains are booked second class; flights need a reason when the train takes under six hours.
Hotels: up to 137 a night, 184 in capital cities. Breakfast counts towards the daily allowance of 28.60.
Receipts are uploaded within 21 days. Mileage is paid at the rate of the tax office, at present 0.38.
What falls outside these lines goes to {finance} before the journey.`,
  },
  {
    key: 'on-call',
    name: 'On-call rota January.xlsx',
    post: 'support',
    day: '2025-12-29',
    content: `On-call rota, January

Week | First | Second
5 to 11 January | {support} | {storage}
12 to 18 January | {storage} | {infrastructure}
19 to 25 January | {infrastructure} | {support}
26 January to 1 February | {support} | {security}
Swaps: tell the other person and change this sheet.`,
  },
  {
    key: 'office-move',
    name: 'Office move to the third floor.docx',
    post: 'facilities',
    day: '2025-12-04',
    content: `Office move to the third floor

The second floor is handed back on 27 February. Crates arrive on 16 February, one per desk, 46 in all.
Label screens and chairs with your name. Plants travel at their owners' risk.
The new rooms are called Alder, Birch and Rowan; Rowan seats twelve and has the projector.
Network sockets are live from the 18th, {infrastructure} has the plan.`,
  },
  {
    key: 'vendors',
    name: 'Vendor list.xlsx',
    post: 'purchasing',
    day: '2025-10-21',
    content: `Vendor list

Vendor | For | Spent in 2025 | Contract until
Brandl Office Supply | paper, toner, furniture | 11,486.20 | 2026-12-31
Corrib Clean | cleaning, both floors | 23,904.00 | 2026-06-30
Merlo Catering | lunch on Tuesdays and Thursdays | 17,352.75 | 2026-03-31
Ostrava Print | brochures and business cards | 3,217.40 | 2027-01-31
New vendors need two offers above 1,900 a year; {purchasing} keeps the files.`,
  },
  {
    key: 'visitors',
    name: 'Visitors and badges.docx',
    post: 'reception',
    day: '2025-03-12',
    content: `Visitors and badges

Visitors sign in at the front desk and wear a yellow badge. Somebody from {company} is with them at all times.
Lost badges are reported on the same day to {reception}; a new one takes about 40 minutes.
The side entrance is locked from 18:30, the garage from 20:15.`,
  },
  {
    key: 'newsletter',
    name: 'Newsletter December.docx',
    post: 'marketing',
    day: '2025-12-18',
    content: `{company} newsletter, December

Three customers went live this month, two of them with support desks in more than one language.
The winter dinner is on 22 January at Lindgren's; tell {people} what you do not eat. 63 have signed up so far.
Welcome to {training}, who joined on the 1st and looks after courses.
The bicycle room has a pump again. Thank you to whoever brought it back.`,
  },
  {
    key: 'meeting-notes',
    name: 'Notes of the quarterly meeting.docx',
    post: 'product',
    day: '2025-10-08',
    content: `Notes of the quarterly meeting, October

Present: {product}, {sales}, {finance}, {infrastructure}; apologies from {legal}.
Revenue is 4.3 per cent above plan, travel costs are 11 per cent below it.
Hiring: two people for customer onboarding, one for payroll, from February.
The price list stays as it is until the summer. Next meeting on 14 January, in Rowan if the move allows it.`,
  },
  {
    key: 'invoice-terms',
    name: 'Invoicing, who does what.docx',
    post: 'finance',
    day: '2025-08-26',
    content: `Invoicing, who does what

Sales enters the order by the 23rd, finance sends the invoice on the second working day of the month.
Terms are 30 days; the first reminder goes out after 37, the second after 51, then {legal} takes over.
In the second quarter customers paid after 33.8 days on average, against 35.2 a year before.
Copies of invoices are asked for at billing@{domain}.`,
  },
  {
    key: 'fire-safety',
    name: 'Fire safety and assembly point.docx',
    post: 'facilities',
    day: '2025-06-16',
    content: `Fire safety and assembly point

At the drill of 12 June the second floor was empty after 4 minutes 50, the third after 6 minutes 15.
The assembly point is the far end of the car park, beside the transformer hut, not the bus stop.
Wardens: {facilities} (second floor), {support} (third floor). Lifts are not used.
Extinguishers were last serviced on 3 June; the one by the kitchen was replaced.`,
  },
  {
    key: 'phones',
    name: 'Mobile phones and contracts.xlsx',
    post: 'purchasing',
    day: '2025-09-30',
    content: `Mobile phones and contracts

Team | Lines | Plan | Monthly
Sales | 14 | Europe, 20 GB | 26.90
Support | 9 | Europe, 10 GB | 19.50
Infrastructure | 6 | Europe, 20 GB | 26.90
Others | 11 | national, 5 GB | 12.40
Phones are replaced after 34 months. Broken screens go to {reception}, with the charger.`,
  },
  {
    key: 'parental-leave',
    name: 'Parental leave, how to apply.docx',
    post: 'people',
    day: '2025-04-24',
    content: `Parental leave, how to apply

Tell {people} at least seven weeks before the first day; the form is in the staff portal under Family.
Leave can be taken in up to three parts until the child is eight. Part-time work of up to 32 hours a week is possible.
{payroll} works out what is paid while you are away; allow twelve working days for the letter.`,
  },
  {
    key: 'courses',
    name: 'Courses spring 2026.xlsx',
    post: 'training',
    day: '2025-12-16',
    content: `Courses, spring 2026

Date | Course | Places | Taken
28 January | First aid, refresher | 12 | 9
11 February | Spreadsheets beyond the basics | 10 | 10
4 and 5 March | Negotiating with suppliers | 8 | 3
25 March | Writing for customers | 14 | 6
Waiting list for full courses: {training}. Travel to the course centre in Malmgatan is paid.`,
  },
  {
    key: 'passwords',
    name: 'Passwords and sign-in.docx',
    post: 'security',
    day: '2025-07-09',
    content: `Passwords and sign-in

Sign in with the company account and the key on your phone. Passwords have at least 14 characters and are not reused.
If a message asks for yours, it is not from {company}: forward it to security@{domain} and delete it.
In June 23 such messages were reported, against 17 in May. Thank you for taking the time.
Lost keys: call {security}, at night the number on the back of the badge.`,
  },
  {
    key: 'press',
    name: 'Press and public statements.docx',
    post: 'marketing',
    day: '2025-02-19',
    content: `Press and public statements

Calls from journalists go to {marketing}, also when the question seems harmless.
Customers are named in public only where the contract allows it; {legal} keeps the list, at present 31 names.
The photographs in the folder Pictures 2025 may be used with the credit that stands beside them.`,
  },
  {
    key: 'canteen',
    name: 'Lunch, Merlo menu weeks 2 to 5.docx',
    post: 'reception',
    day: '2026-01-05',
    content: `Lunch on Tuesdays and Thursdays, weeks 2 to 5

Week 2: lentil stew; baked salmon with fennel. Week 3: mushroom risotto; chicken with lemon.
Week 4: aubergine parmigiana; beef goulash. Week 5: chickpea curry; cod with capers.
Order by 10:15 on the day before. A meal is 5.80, paid through payroll. Allergies: tell {reception} once, it is kept.`,
  },
  {
    key: 'car-park',
    name: 'Car park and charging points.docx',
    post: 'facilities',
    day: '2025-11-03',
    content: `Car park and charging points

There are 38 spaces, six of them with charging points. Spaces 1 to 4 are for visitors of {company}.
Charging is limited to four hours; move the car afterwards. The rate is 0.41 per kilowatt hour from 1 December.
From 9 to 13 February the lower row is closed for resurfacing.`,
  },
  {
    key: 'pipeline',
    name: 'Sales pipeline, week 50.xlsx',
    post: 'sales',
    day: '2025-12-12',
    content: `Sales pipeline, week 50

Customer | Stage | Value | Next step
Harbour authority | offer sent | 84,700 | visit on 20 January, {sales}
Veldkamp Logistics | contract with their lawyers | 61,250 | call on 8 January
Two municipalities, joint tender | questions answered | 132,900 | decision in week 7
Oriel Insurance | first talk | 39,400 | demonstration, date open`,
  },
];
