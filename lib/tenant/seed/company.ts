/** A department of the demo's company. */
export interface Department {
  name?: string;
  /** Of a hundred users. */
  share: number;
  costCenters: readonly string[];
  titles: readonly string[];
}

/** The last one stands for users who belong to no department. */
export const departments: readonly Department[] = [
  {
    name: 'Finance',
    share: 20,
    costCenters: ['FI-2010', 'FI-2020', 'FI-2040', 'FI-2075'],
    titles: [
      'Accountant',
      'Accounts payable clerk',
      'Controller',
      'Credit analyst',
      'Financial analyst',
      'Head of treasury',
      'Internal auditor',
      'Payroll specialist',
      'Senior accountant',
      'Tax adviser',
    ],
  },
  {
    name: 'HR',
    share: 10,
    costCenters: ['HR-1010', 'HR-1030'],
    titles: [
      'Compensation analyst',
      'HR business partner',
      'HR generalist',
      'Learning coordinator',
      'Recruiter',
      'Senior recruiter',
    ],
  },
  {
    name: 'Marketing',
    share: 17,
    costCenters: ['MK-3010', 'MK-3025', 'MK-3050'],
    titles: [
      'Art director',
      'Brand manager',
      'Campaign manager',
      'Content editor',
      'Copywriter',
      'Event manager',
      'Market researcher',
      'Media planner',
      'Product marketer',
      'Web analyst',
    ],
  },
  {
    name: 'Engineering',
    share: 35,
    costCenters: ['EN-4010', 'EN-4020', 'EN-4060', 'EN-4090', 'EN-4120'],
    titles: [
      'Data engineer',
      'Electrical engineer',
      'Engineering manager',
      'Firmware engineer',
      'Front-end developer',
      'Mechanical engineer',
      'Principal engineer',
      'Product designer',
      'Quality engineer',
      'Release manager',
      'Senior software engineer',
      'Software engineer',
      'Technical writer',
      'Test engineer',
    ],
  },
  {
    name: 'IT',
    share: 15,
    costCenters: ['IT-5010', 'IT-5020'],
    titles: [
      'Database administrator',
      'Identity engineer',
      'Network engineer',
      'Security analyst',
      'Service desk agent',
      'Service desk lead',
      'Systems administrator',
      'Workplace engineer',
    ],
  },
  { share: 3, costCenters: ['GE-9000'], titles: ['Intern', 'Office manager', 'Working student'] },
];

export interface Office {
  city: string;
  share: number;
  language?: string;
  /** The fixed part of a telephone number; three digits follow. */
  phonePrefix: string;
  timeZone: string;
  countryCode: string;
  streets: readonly string[];
}

/** British, American and German numbers are from the ranges set aside for stories. */
export const offices: readonly Office[] = [
  {
    city: 'Berlin',
    share: 28,
    language: 'German',
    phonePrefix: '+49 30 23125 ',
    timeZone: 'Europe/Berlin',
    countryCode: 'DE',
    streets: [
      'Ackerstraße',
      'Chausseestraße',
      'Grünberger Straße',
      'Käthe-Niederkirchner-Straße',
      'Weserstraße',
    ],
  },
  {
    city: 'London',
    share: 22,
    phonePrefix: '+44 20 7946 0',
    timeZone: 'Europe/London',
    countryCode: 'GB',
    streets: ['Bermondsey Street', "Lamb's Conduit Street", 'Roman Road', 'Tooley Street', 'Upper Street'],
  },
  {
    city: 'Amsterdam',
    share: 16,
    language: 'Dutch',
    phonePrefix: '+31 20 5550 ',
    timeZone: 'Europe/Amsterdam',
    countryCode: 'NL',
    streets: ['Czaar Peterstraat', 'Haarlemmerdijk', 'Javastraat', 'Lindengracht', "'s-Gravesandestraat"],
  },
  {
    city: 'Lisbon',
    share: 12,
    language: 'Portuguese',
    phonePrefix: '+351 21 0550 ',
    timeZone: 'Europe/Lisbon',
    countryCode: 'PT',
    streets: ['Calçada da Estrela', 'Rua da Palmeira', 'Rua de São Bento', 'Rua do Poço dos Negros'],
  },
  {
    city: 'New York',
    share: 14,
    phonePrefix: '+1 212 555 0',
    timeZone: 'America/New_York',
    countryCode: 'US',
    streets: ['Amsterdam Avenue', 'Bergen Street', 'Grand Street', 'Steinway Street', 'West 23rd Street'],
  },
  {
    city: 'Singapore',
    share: 8,
    phonePrefix: '+65 6550 0',
    timeZone: 'Asia/Singapore',
    countryCode: 'SG',
    streets: ['Ann Siang Road', 'Joo Chiat Road', 'Serangoon Road', 'Tiong Bahru Road'],
  },
];

export const userAgents = [
  {
    device: 'Chrome on Windows',
    text: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/148.0.0.0 Safari/537.36',
  },
  {
    device: 'Safari on Mac',
    text: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.1 Safari/605.1.15',
  },
  {
    device: 'iPhone',
    text: 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.1 Mobile/15E148 Safari/604.1',
  },
  {
    device: 'Firefox on Linux',
    text: 'Mozilla/5.0 (X11; Linux x86_64; rv:151.0) Gecko/20100101 Firefox/151.0',
  },
  {
    device: 'Android phone',
    text: 'Mozilla/5.0 (Linux; Android 16; Pixel 10) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/148.0.0.0 Mobile Safari/537.36',
  },
] as const;
