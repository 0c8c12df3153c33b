/** One year of an account, month by month, in euros. */
export interface ProfitAccount {
  readonly name: string;
  /** When its report was filed. */
  readonly filed: string;
  readonly months: readonly (readonly [revenue: number, cost: number])[];
}

export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** The account that the report is about: a loss in ten months of twelve, in every quarter and over the year. */
export const losing: ProfitAccount['months'] = [
  [41_386, 48_912],
  [44_207, 43_561],
  [43_158, 49_770],
  [45_931, 51_248],
  [47_612, 52_093],
  [46_274, 53_417],
  [42_893, 50_866],
  [40_157, 49_328],
  [48_639, 54_172],
  [51_284, 55_906],
  [53_071, 57_489],
  [58_946, 57_213],
];

/** Accounts whose reports have been filed. All of them made a profit over the year. */
export const others: readonly ProfitAccount[] = [
  {
    name: 'Invoice scanning',
    filed: '2026-01-08',
    months: [
      [31_422, 28_473],
      [31_129, 26_932],
      [32_864, 28_874],
      [33_189, 29_770],
      [34_193, 30_275],
      [34_775, 30_612],
      [35_390, 31_626],
      [33_438, 30_463],
      [35_820, 32_594],
      [35_991, 31_771],
      [34_268, 29_914],
      [34_559, 29_997],
    ],
  },
  {
    name: 'Call forwarding',
    filed: '2026-01-12',
    months: [
      [60_392, 57_194],
      [59_993, 54_957],
      [56_721, 52_172],
      [56_969, 51_569],
      [60_585, 54_599],
      [57_061, 53_690],
      [60_712, 66_948],
      [62_595, 68_726],
      [58_381, 63_852],
      [61_782, 57_482],
      [60_412, 57_917],
      [59_082, 55_093],
    ],
  },
  {
    name: 'Document storage',
    filed: '2026-01-09',
    months: [
      [23_116, 20_214],
      [23_615, 20_489],
      [24_398, 20_999],
      [23_529, 20_980],
      [23_348, 20_958],
      [25_761, 21_833],
      [25_948, 23_183],
      [26_178, 23_359],
      [27_236, 23_441],
      [27_334, 23_601],
      [26_899, 22_840],
      [28_845, 25_542],
    ],
  },
  {
    name: 'Address checks',
    filed: '2026-01-13',
    months: [
      [17_192, 18_615],
      [17_083, 18_301],
      [16_789, 18_175],
      [16_730, 15_327],
      [16_751, 15_319],
      [16_781, 15_387],
      [17_348, 16_065],
      [16_378, 15_725],
      [16_009, 15_355],
      [17_013, 16_436],
      [16_233, 15_194],
      [16_035, 15_238],
    ],
  },
];
