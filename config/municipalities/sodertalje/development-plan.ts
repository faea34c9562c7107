import type { PlannedPoint } from '../../../domain/plan/development-plan';

/** What the first development plan says is to be done in each area (002, annex 2), in our own words. */
export const plannedPoints: readonly PlannedPoint[] = [
  // First area
  {
    ...{ id: 'cooperation-1', area: 'cooperation' },
    text: {
      sv: 'Ordna möten där olika verksamheter träffas, så att sektorn och kommunen lär av varandra.',
      en: 'Hold meetings across different fields, so that the sector and the municipality learn from each other.',
    },
  },
  {
    ...{ id: 'cooperation-2', area: 'cooperation' },
    text: {
      sv: 'Bygg vidare på nätverken som redan finns, och pröva nya sätt att mötas.',
      en: 'Build on the networks there already are, and try new ways of meeting.',
    },
  },
  {
    ...{ id: 'cooperation-3', area: 'cooperation' },
    text: {
      sv: 'Se till att någon håller ihop samverkan på båda sidor, till exempel en samverkansansvarig i varje organisation.',
      en: 'See to it that somebody keeps the cooperation together on both sides, for example a coordinator in every organisation.',
    },
  },
  {
    ...{ id: 'cooperation-4', area: 'cooperation' },
    text: {
      sv: 'Berätta rakt och begripligt för varandra vad som är på gång.',
      en: 'Tell each other frankly and clearly what is going on.',
    },
  },
  {
    ...{ id: 'cooperation-5', area: 'cooperation' },
    text: {
      sv: 'Få fler kontor, bolag och föreningar att arbeta ihop, också kommunens egna med varandra.',
      en: 'Get more offices, companies and associations to work together, the municipality’s own with each other too.',
    },
  },
  {
    ...{ id: 'cooperation-6', area: 'cooperation' },
    text: {
      sv: 'Ge den idéburna sektorn en samlingspunkt som är dess egen.',
      en: 'Give the civil society sector a common ground of its own.',
    },
  },
  // Second area
  {
    ...{ id: 'information-1', area: 'information' },
    text: {
      sv: 'Låt nyheter nå längre än den egna verksamheten: till andra organisationer, till invånarna och till kommunen.',
      en: 'Let news reach beyond one’s own field: other organisations, the residents and the municipality.',
    },
  },
  {
    ...{ id: 'information-2', area: 'information' },
    text: {
      sv: 'Gör det kommunen berättar lätt att ta till sig för sektorn, bland annat genom fler språk.',
      en: 'Make what the municipality tells easy for the sector to take in, among other things in more languages.',
    },
  },
  {
    ...{ id: 'information-3', area: 'information' },
    text: {
      sv: 'Nå varje organisation på ett sätt som fungerar för den.',
      en: 'Reach every organisation in a way that works for it.',
    },
  },
  {
    ...{ id: 'information-4', area: 'information' },
    text: {
      sv: 'Ha en kontaktpunkt i kommunen som alla hittar till, och som märker vad sektorn och kommunen behöver.',
      en: 'Keep a contact point in the municipality that everybody finds, and that notices what the sector and the municipality need.',
    },
  },
  {
    ...{ id: 'information-5', area: 'information' },
    text: {
      sv: 'Skicka ut det som båda sidor har nytta av just nu, till exempel i ett nyhetsbrev.',
      en: 'Send out what both sides have use for at the time, for example in a newsletter.',
    },
  },
  {
    ...{ id: 'information-6', area: 'information' },
    text: {
      sv: 'Visa enkelt vad vi gör tillsammans och vad mer vi skulle kunna göra.',
      en: 'Show simply what we do together and what more we could do.',
    },
  },
  {
    ...{ id: 'information-7', area: 'information' },
    text: {
      sv: 'Gör det tydligare hur sektorn och kommunen talar med varandra.',
      en: 'Make it clearer how the sector and the municipality talk with each other.',
    },
  },
  {
    ...{ id: 'information-8', area: 'information' },
    text: {
      sv: 'Ordna fler tillfällen då organisationer får träffa kommunens kontor och bolag.',
      en: 'Arrange more occasions at which organisations get to meet the municipality’s offices and companies.',
    },
  },
  // Third area
  {
    ...{ id: 'role-1', area: 'role' },
    text: {
      sv: 'Låt sektorn få mer att säga till om när samhället förändras och ska hålla ihop socialt.',
      en: 'Let the sector have more of a say when society changes and is to hold together.',
    },
  },
  {
    ...{ id: 'role-2', area: 'role' },
    text: {
      sv: 'Väck barns nyfikenhet på föreningslivet, till exempel i skolan genom elevråd och idrottsföreningar.',
      en: 'Make children curious about associations, for example at school through pupils’ councils and sports clubs.',
    },
  },
  // Fourth area
  {
    ...{ id: 'sustainability-1', area: 'sustainability' },
    text: {
      sv: 'Gå igenom överenskommelsen med jämna mellanrum, så att den följer med när något ändras hos oss eller omkring oss.',
      en: 'Go through the agreement at regular intervals, so that it keeps up when something changes with us or around us.',
    },
  },
  {
    ...{ id: 'sustainability-2', area: 'sustainability' },
    text: {
      sv: 'Gör det möjligt för organisationer att planera för flera år, så att människor orkar engagera sig och invånarna och demokratin vinner på det.',
      en: 'Make it possible for organisations to plan for several years, so that people have the strength to engage, to the gain of residents and democracy.',
    },
  },
  {
    ...{ id: 'sustainability-3', area: 'sustainability' },
    text: {
      sv: 'Se varandra som delar av något större, och fråga vad som är bäst för hela kommunen.',
      en: 'See each other as parts of something larger, and ask what is best for the whole municipality.',
    },
  },
  {
    ...{ id: 'sustainability-4', area: 'sustainability' },
    text: {
      sv: 'Väg stödet till det som funnits länge mot plats för nya idéer, också när pengar då måste flyttas.',
      en: 'Weigh support for what has long been there against room for new ideas, also when money must then be moved.',
    },
  },
  {
    ...{ id: 'sustainability-5', area: 'sustainability' },
    text: {
      sv: 'Håll den gemensamma planen aktuell, så att överenskommelsen används.',
      en: 'Keep the common plan up to date, so that the agreement is used.',
    },
  },
  {
    ...{ id: 'sustainability-6', area: 'sustainability' },
    text: {
      sv: 'Ge sektorn ekonomiska villkor som gäller länge och som alla kan se.',
      en: 'Give the sector financial terms that last and that everybody can see.',
    },
  },
];
