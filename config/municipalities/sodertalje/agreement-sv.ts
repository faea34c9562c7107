import type { AgreementText } from '../../../domain/agreement';

// The agreement retold in our own words. The number after each comment is the place in 002
// (the agreement annexed to the report of 2018-05-31): 1 introduction, 2.1 to 2.7 the principles
// in order, 3 the development areas; K, I and B are the lists of the municipality, the sector
// and both, counted from 1.
export const agreementSv: AgreementText = {
  title: 'Samverkansöverenskommelse för Södertälje kommun och den idéburna sektorn',
  introduction: [
    // 1, first and fourth paragraph
    'Södertälje kommun och den idéburna sektorn har bestämt hur de vill arbeta ihop. Här står vad var och en svarar för och hur vi möter varandra i frågor som rör oss båda. Då blir det lättare att se in i varandras arbete och att tala med varandra.',
    // 1, second paragraph
    'Till den idéburna sektorn, eller bara sektorn, räknar vi ideella och kooperativa organisationer. Det kan vara en stiftelse, en förening, ett trossamfund, en folkrörelse eller någon som arbetar med folkbildning.',
    // 1, first and second paragraph
    'Vi vill att Södertälje ska hålla ihop socialt, i dag och på lång sikt. Då måste alla som bor här få sina rättigheter och det de behöver, må bra och ha lika villkor. Det kräver att människor litar på varandra, möter varandra med respekt och är med och påverkar. Dit når sektorn och kommunen bara tillsammans.',
    // 1, third paragraph
    'Texten kom till i samtal. Företrädare för sektorn och kommunen sågs på informationsmöten och workshoppar, många svarade på en enkät och en arbetsgrupp skrev förslaget.',
    // 1, fourth paragraph
    'Överenskommelsen är en ram. Varje år går vi igenom hur den fungerar, och vart fjärde år ser vi över hela texten.',
    // 2, opening
    'Sju principer beskriver de värderingar vi delar och som vårt samarbete vilar på. Under varje princip står vad kommunen lovar, vad sektorn lovar och ibland vad vi lovar tillsammans.',
  ],
  accession: [
    // 1, first paragraph
    'Alla organisationer i sektorn som vill vara med är välkomna.',
    // 1, fifth paragraph
    'Det finns tre sätt att ansluta sig: när överenskommelsen antas, på något av årets dialogforum eller med en skriftlig ansökan.',
    // 1, fifth paragraph
    'Underskriften är också en symbol. Symbolen är viktig, för den hjälper oss att förstå vad vi har kommit överens om.',
  ],
  principles: [
    {
      id: 'long-term',
      title: 'Långsiktighet',
      // 2.1
      text: 'Ett samarbete lever och håller i många år om sektorn och kommunen har satt upp målen tillsammans. Överenskommelsen består bara om den har stöd över ett brett politiskt fält.',
      commitments: [
        // 2.1 K1
        {
          id: 'long-term.municipality.1',
          side: 'municipality',
          text: 'Kommunen svarar för att överenskommelsen blir uppföljd en gång om året.',
        },
        // 2.1 K2
        {
          id: 'long-term.municipality.2',
          side: 'municipality',
          text: 'Kommunen arbetar för att det ska bli enklare för den och sektorn att göra saker ihop.',
        },
        // 2.1 I1
        {
          id: 'long-term.sector.1',
          side: 'sector',
          text: 'Sektorn delar med sig av det den kan och har varit med om.',
        },
        // 2.1 B1
        {
          id: 'long-term.both.1',
          side: 'both',
          text: 'Vi hjälps åt att göra vårt samarbete starkare.',
        },
      ],
    },
    {
      id: 'openness',
      title: 'Öppenhet och insyn',
      // 2.2
      text: 'Vi är öppna mot varandra och respekterar det som den andra gör. Det ska gå fort att hitta information, så att vi får tag i varandra och så att fler vill bli en del av överenskommelsen.',
      commitments: [
        // 2.2 K1
        {
          id: 'openness.municipality.1',
          side: 'municipality',
          text: 'Kommunen gör det lättare att komma i kontakt med den, till exempel med kontaktpersoner som är en gemensam ingång och med ett särskilt forum för överenskommelsen.',
        },
        // 2.2 K2
        {
          id: 'openness.municipality.2',
          side: 'municipality',
          text: 'Kommunen visar öppet hur den beslutar i frågor som får följder för sektorn.',
        },
        // 2.2 I1
        {
          id: 'openness.sector.1',
          side: 'sector',
          text: 'Sektorn tar själv upp saken med kommunen när något i samarbetet är oklart eller ger skäl att klaga.',
        },
        // 2.2 B1
        {
          id: 'openness.both.1',
          side: 'both',
          text: 'Vi berättar för andra att överenskommelsen finns och vad den innebär.',
        },
        // 2.2 B2
        {
          id: 'openness.both.2',
          side: 'both',
          text: 'Den information vi lämnar är aktuell och till nytta för den som tar emot den.',
        },
      ],
    },
    {
      id: 'diversity',
      title: 'Mångfald',
      // 2.3
      text: 'Fler organisationer som gör olika saker rustar samhället för det som är svårt. När många är med får vi fler sätt att se på en fråga, och olika gruppers behov kan vägas mot varandra. Därför är det kommunens sak att ge nya organisationer och verksamheter en chans att växa fram.',
      commitments: [
        // 2.3 K1
        {
          id: 'diversity.municipality.1',
          side: 'municipality',
          text: 'Kommunen undersöker och testar nya sätt att samarbeta länge med sektorn. Det ska gynna mångfalden, för sektorn speglar hur olika invånarna är.',
        },
        // 2.3 K2
        {
          id: 'diversity.municipality.2',
          side: 'municipality',
          text: 'Kommunen ordnar mötesplatser där sektorns organisationer kan delta, så olika villkor och behov de än har.',
        },
        // 2.3 K3
        {
          id: 'diversity.municipality.3',
          side: 'municipality',
          text: 'Kommunen tar i sina samtal med sektorn upp hur diskrimineringsförbudet följs. Förbudet gäller ålder, etnicitet, funktionsvariation, kön, könsuttryck, religion och sexuell läggning.',
        },
        // 2.3 I1
        {
          id: 'diversity.sector.1',
          side: 'sector',
          text: 'Sektorn samtalar öppet och får alla som är intresserade att känna sig välkomna, vilken bakgrund de än har.',
        },
        // 2.3 I2
        {
          id: 'diversity.sector.2',
          side: 'sector',
          text: 'När kommunen frågar om de olika grunderna för diskriminering tänker sektorn efter och ger svar.',
        },
        // 2.3 I3
        {
          id: 'diversity.sector.3',
          side: 'sector',
          text: 'Sektorn försöker samordna sig och arbeta ihop med både nya och etablerade organisationer, för att människor ska mötas.',
        },
      ],
    },
    {
      id: 'independence',
      title: 'Självständighet och oberoende',
      // 2.4
      text: 'Demokratin vilar bland annat på att sektorn för människors talan och bildar opinion. Sektorn är fri. Den ska kunna granska kommunen kritiskt och gå sin egen väg utan att behöva vara rädd för att förlora bidrag eller stöd av annat slag. Kommunen försöker göra det lättare för sektorn att stå på egna ben.',
      commitments: [
        // 2.4 K1
        {
          id: 'independence.municipality.1',
          side: 'municipality',
          text: 'Kommunen gör det möjligt, och enklare, för sektorn att driva sina verksamheter.',
        },
        // 2.4 K2
        {
          id: 'independence.municipality.2',
          side: 'municipality',
          text: 'Kommunen sätter inte press på sektorn för att få mer än det som gällande avtal säger.',
        },
        // 2.4 I1
        {
          id: 'independence.sector.1',
          side: 'sector',
          text: 'Sektorn säger öppet och klart vem som står bakom en verksamhet och vad den är till för.',
        },
      ],
    },
    {
      id: 'dialogue',
      title: 'Dialog',
      // 2.5
      text: 'Ett samhälle håller i längden om de som bor där kan påverka, vara med och bli hörda. Samtalet får aldrig stanna av, för ur det kommer utveckling och kunskap genom hela livet. Vi ses öppet och med jämna mellanrum. Vi släpper in alla, lyssnar med respekt och använder allas kunskaper och synsätt.',
      commitments: [
        // 2.5 K1
        {
          id: 'dialogue.municipality.1',
          side: 'municipality',
          text: 'Kommunen ordnar en mötesplats som inspirerar, till exempel för sektorn, företag, offentliga verksamheter och forskare.',
        },
        // 2.5 K2
        {
          id: 'dialogue.municipality.2',
          side: 'municipality',
          text: 'Kommunen ser till att den och sektorn talar med varandra oftare och bättre.',
        },
        // 2.5 K3
        {
          id: 'dialogue.municipality.3',
          side: 'municipality',
          text: 'Kommunen bjuder löpande in till dialogmöten: när det finns skäl, och aldrig färre än två om året.',
        },
        // 2.5 I1
        {
          id: 'dialogue.sector.1',
          side: 'sector',
          text: 'Varje organisation berättar om sig själv och ser till att uppgifterna stämmer och är till nytta.',
        },
        // 2.5 I2
        {
          id: 'dialogue.sector.2',
          side: 'sector',
          text: 'Sektorn kommer till dialogmötena.',
        },
        // 2.5 I3
        {
          id: 'dialogue.sector.3',
          side: 'sector',
          text: 'Sektorn för vidare vad människor behöver och vilka möjligheter de ser, där sektorn är verksam.',
        },
        // 2.5 B1
        {
          id: 'dialogue.both.1',
          side: 'both',
          text: 'Vi talar ärligt och utan omvägar med varandra och håller inte inne med sådant som den andra behöver veta.',
        },
      ],
    },
    {
      id: 'quality',
      title: 'Kvalitet',
      // 2.6
      text: 'Hur bra kommunens arbete måste vara står ofta i lag. Sektorn står nära sina medlemmar och ser med deras ögon, och den bestämmer friare vad som är bra i en verksamhet som mest är ideell. Varje gång vi samverkar behöver vi därför komma överens om vilka krav som gäller. Den som får pengar av kommunen rättar sig efter de regler som politikerna har beslutat. När vi följer upp och utvärderar respekterar vi att vi ser olika på saker och har olika förutsättningar.',
      commitments: [
        // 2.6 K1
        {
          id: 'quality.municipality.1',
          side: 'municipality',
          text: 'Kommunen gör det lätt att förstå vilka regler som gäller för stöd till sektorn.',
        },
        // 2.6 K2
        {
          id: 'quality.municipality.2',
          side: 'municipality',
          text: 'Kommunen talar klart om hur avtal och samverkan som den går in i ska följas upp.',
        },
        // 2.6 K3
        {
          id: 'quality.municipality.3',
          side: 'municipality',
          text: 'Kommunen ger sektorn möjlighet att vara med i upphandlingar och att bli part i ett idéburet offentligt partnerskap, förkortat IOP.',
        },
        // 2.6 I1
        {
          id: 'quality.sector.1',
          side: 'sector',
          text: 'Sektorn hjälper andra att förstå hur bra dess verksamhet är och vad den betyder i samhället.',
        },
        // 2.6 B1
        {
          id: 'quality.both.1',
          side: 'both',
          text: 'Sektorn, nämnderna och kommunens bolag tar tillsammans fram sätt att samarbeta som håller i längden.',
        },
      ],
    },
    {
      id: 'community',
      title: 'Samhällsutveckling',
      // 2.7
      text: 'Ett samhälle utvecklas när enskilda människor bryr sig och gör något. Genom sektorn blir fler aktiva som medborgare, och det ger både samhället och demokratin mer kraft. Sektorn är med när Södertäljes framtid diskuteras och får påverka den. Kommunen vet vad sektorn betyder.',
      commitments: [
        // 2.7 K1
        {
          id: 'community.municipality.1',
          side: 'municipality',
          text: 'Kommunen gör det lättare för den som bor här att engagera sig i sektorn. Det kan ske med en webbplats eller en databas för frivilliga.',
        },
        // 2.7 K2
        {
          id: 'community.municipality.2',
          side: 'municipality',
          text: 'Kommunen gör det lätt för både invånare och organisationer att få tag i rätt person hos kommunen.',
        },
        // 2.7 K3
        {
          id: 'community.municipality.3',
          side: 'municipality',
          text: 'Kommunen använder det som sektorn kan.',
        },
        // 2.7 I1
        {
          id: 'community.sector.1',
          side: 'sector',
          text: 'Sektorn talar fortlöpande om för kommunen vad den gör.',
        },
        // 2.7 I2
        {
          id: 'community.sector.2',
          side: 'sector',
          text: 'Sektorn utbildar i att arbeta ideellt, på det sätt som den egna verksamheten kräver.',
        },
      ],
    },
  ],
  developmentAreas: [
    {
      id: 'cooperation',
      title: 'Samverkan',
      // 3, first area
      text: 'Vi vill ha en ordning för hur vi samverkar i många år, så att både sektorn och kommunen får ut mer av det. Relationerna ska hålla, gemenskapen ska vara stark och Södertälje ska hänga ihop.',
    },
    {
      id: 'information',
      title: 'Information och delaktighet',
      // 3, second area
      text: 'Vi vill att fler ska känna till överenskommelsen. När det blir lättare att få information kan fler i sektorn vara med och forma den.',
    },
    {
      id: 'role',
      title: 'Sektorns roll och ideella engagemang',
      // 3, third area
      text: 'Vi vill uppmuntra människor att engagera sig ideellt, ta vara på det de gör och få dem att vilja fortsätta år efter år.',
    },
    {
      id: 'sustainability',
      title: 'Långsiktighet',
      // 3, fourth area
      text: 'Vi vill att överenskommelsen används och inte glöms bort. Den ska ändras i takt med vad vi själva klarar av och med vad som händer runt omkring oss.',
    },
  ],
};
