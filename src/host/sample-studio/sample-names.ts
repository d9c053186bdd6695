/** First and last names of one part of the world. */
export interface NameStock {
  readonly first: readonly string[];
  readonly last: readonly string[];
}

const english: NameStock = {
  first: [
    "Ava",
    "Noah",
    "Emma",
    "Liam",
    "Chloe",
    "Owen",
    "Harper",
    "Mason",
    "Ruby",
    "Theodore",
    "Bea",
    "Al",
    "Margaret",
    "Dwayne",
    "Keisha",
    "Tyrone",
    "Bridget",
    "Walter",
    "Josephine",
    "Hugh",
    "Mary-Kate",
    "D'Angelo",
    "Jo",
  ],
  last: [
    "Carter",
    "O'Brien",
    "Whitfield",
    "Brooks",
    "McAllister",
    "Freeman",
    "Doyle",
    "Washington",
    "Banks",
    "Ng",
    "Lee",
    "Fairweather",
    "St. Clair",
    "Hollingsworth",
    "Reed",
    "Quigley",
    "Featherstonehaugh-Montgomery",
    "Ó Súilleabháin",
  ],
};

const spanish: NameStock = {
  first: ["Lucía", "José", "María del Carmen", "Ángel", "Inés", "Joaquín", "Begoña", "Raúl", "Ximena", "Íñigo"],
  last: ["García", "Núñez", "Ibáñez Peña", "de la Cruz", "Muñoz", "Echeverría", "Quiñones", "López y Vega"],
};

const european: NameStock = {
  first: [
    "Jürgen",
    "Zoë",
    "Łukasz",
    "Agnieszka",
    "François",
    "Siân",
    "Åsa",
    "Søren",
    "Gülşen",
    "Ştefan",
    "Þóra",
    "Jiří",
    "Đuro",
    "Mária",
    "Giulia",
    "Matthijs",
  ],
  last: [
    "Groß",
    "van der Berg",
    "Wiśniewska",
    "Lefèvre",
    "d'Arcy",
    "Ångström",
    "Çelik",
    "Ionescu",
    "Dvořák",
    "Szczepańczyk",
    "Müller-Lüdenscheidt",
    "de' Medici",
    "Jónsdóttir",
  ],
};

const elsewhere: readonly NameStock[] = [
  { first: ["Nguyễn Thị Minh", "Đức", "Hồng"], last: ["Trần", "Phạm", "Nguyễn"] },
  { first: ["Oluwaseun", "Chidinma", "Adébáyọ̀", "Nomvula"], last: ["Adeyemi", "Nwosu", "Dlamini", "Ọláńrewájú"] },
  { first: ["Ирина", "Андрей", "Олександра"], last: ["Соколова", "Коваленко", "Жук"] },
  { first: ["Ελένη", "Γιώργος"], last: ["Παπαδοπούλου", "Νικολαΐδης"] },
  { first: ["יעל", "אברהם"], last: ["כהן", "לוי"] },
  { first: ["ليلى", "عبد الرحمن"], last: ["الخطيب", "حداد"] },
  { first: ["प्रिया", "अर्जुन"], last: ["शर्मा", "चट्टोपाध्याय"] },
  { first: ["ณัฐวุฒิ", "สุดารัตน์"], last: ["วงศ์สวัสดิ์", "ศรีสุวรรณ"] },
  { first: ["伟", "秀英", "𠮷"], last: ["王", "欧阳"] },
  { first: ["さくら", "健太郎"], last: ["高橋", "小鳥遊"] },
  { first: ["민준", "서연"], last: ["김", "남궁"] },
  { first: ["Անի"], last: ["Սարգսյան"] },
  { first: ["გიორგი"], last: ["ბერიძე"] },
];

/** Stocks of names with how often each is used. */
export const nameStocks: readonly (readonly [NameStock, number])[] = [
  [english, 48],
  [spanish, 18],
  [european, 16],
  ...elsewhere.map((stock) => [stock, 1.5] as const),
];

/** Companies, schools and clubs that order pictures. */
export const companyNames: readonly string[] = [
  "Prairie Oak Elementary School",
  "Bluebird Day Care",
  "Harbor & Finch Law",
  "Northside Rowing Club",
  "Café Lumière",
  "Kettle & Loom",
  "St. Brigid's Parish",
  "Sunrise Realty",
  "Mokuba 木馬 Design",
  "The Very Long and Honourable Society of Amateur Lakefront Ornithologists",
  "Tiny Teeth Dental",
  "ACME",
];
