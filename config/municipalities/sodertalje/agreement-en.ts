import type { AgreementText } from '../../../domain/agreement';

// Translation of agreement-sv.ts, where each part's place in 002 is given; the Swedish is signed.
export const agreementEn: AgreementText = {
  title: 'Partnership agreement for Södertälje municipality and the civil society sector',
  introduction: [
    'Södertälje municipality and the civil society sector have decided how they want to work together. This is what each of us answers for and how we meet in questions that concern us both. It makes it easier to see into each other’s work and to talk with each other.',
    'By the civil society sector, or simply the sector, we mean non-profit and cooperative organisations. It may be a foundation, an association, a religious community, a popular movement or somebody who works with popular education.',
    'We want Södertälje to hold together socially, today and in the long run. Everybody who lives here must then have their rights and what they need, be well and live on equal terms. That takes people who trust each other, meet each other with respect and take part in shaping the place. The sector and the municipality can only get there together.',
    'The text grew out of conversations. People from the sector and the municipality met at information meetings and workshops, many answered a survey, and a working group wrote the proposal.',
    'The agreement is a framework. Every year we go through how it works, and every fourth year we revise the whole text.',
    'Seven principles describe the values that we share and that our cooperation rests on. Under each principle stands what the municipality promises, what the sector promises and sometimes what we promise together.',
  ],
  accession: [
    'Every organisation in the sector that wants to take part is welcome.',
    'There are three ways to join: when the agreement is adopted, at one of the year’s dialogue forums, or with a written application.',
    'The signature is also a symbol. The symbol matters, because it helps us understand what we have agreed on.',
  ],
  principles: [
    {
      id: 'long-term',
      title: 'Long-term commitment',
      text: 'Cooperation stays alive for many years if the sector and the municipality have set its goals together. The agreement only lasts if it is supported across a broad political field.',
      commitments: [
        {
          id: 'long-term.municipality.1',
          side: 'municipality',
          text: 'The municipality makes sure that the agreement is followed up once a year.',
        },
        {
          id: 'long-term.municipality.2',
          side: 'municipality',
          text: 'The municipality works to make it easier for itself and the sector to do things together.',
        },
        {
          id: 'long-term.sector.1',
          side: 'sector',
          text: 'The sector shares what it knows and what it has been through.',
        },
        {
          id: 'long-term.both.1',
          side: 'both',
          text: 'We help each other make our cooperation stronger.',
        },
      ],
    },
    {
      id: 'openness',
      title: 'Openness and insight',
      text: 'We are open with each other and respect what the other does. Information should be quick to find, so that we can reach each other and more organisations want to be part of the agreement.',
      commitments: [
        {
          id: 'openness.municipality.1',
          side: 'municipality',
          text: 'The municipality makes itself easier to contact, for example through contact persons who are a shared way in, and a forum of its own for the agreement.',
        },
        {
          id: 'openness.municipality.2',
          side: 'municipality',
          text: 'The municipality shows openly how it decides in questions that have consequences for the sector.',
        },
        {
          id: 'openness.sector.1',
          side: 'sector',
          text: 'The sector itself raises it with the municipality when something in the cooperation is unclear or gives cause for complaint.',
        },
        {
          id: 'openness.both.1',
          side: 'both',
          text: 'We tell others that the agreement exists and what it means.',
        },
        {
          id: 'openness.both.2',
          side: 'both',
          text: 'The information we give is up to date and useful to the person who gets it.',
        },
      ],
    },
    {
      id: 'diversity',
      title: 'Diversity',
      text: 'More organisations that do different things equip society for what is difficult. When many take part we get more ways of seeing a question, and the needs of different groups can be weighed against each other. It is therefore for the municipality to give new organisations and activities a chance to grow.',
      commitments: [
        {
          id: 'diversity.municipality.1',
          side: 'municipality',
          text: 'The municipality examines and tests new ways of cooperating with the sector for a long time. This is to favour diversity, because the sector mirrors how different the residents are.',
        },
        {
          id: 'diversity.municipality.2',
          side: 'municipality',
          text: 'The municipality arranges meeting places where the sector’s organisations can take part, however different their conditions and needs.',
        },
        {
          id: 'diversity.municipality.3',
          side: 'municipality',
          text: 'The municipality raises in its talks with the sector how the ban on discrimination is observed. The ban covers age, disability, ethnicity, gender, gender expression, religion and sexual orientation.',
        },
        {
          id: 'diversity.sector.1',
          side: 'sector',
          text: 'The sector talks openly and makes everybody who is interested feel welcome, whatever their background.',
        },
        {
          id: 'diversity.sector.2',
          side: 'sector',
          text: 'When the municipality asks about the different grounds of discrimination, the sector thinks it over and answers.',
        },
        {
          id: 'diversity.sector.3',
          side: 'sector',
          text: 'The sector tries to coordinate and work together with both new and established organisations, so that people meet.',
        },
      ],
    },
    {
      id: 'independence',
      title: 'Independence',
      text: 'Democracy rests, among other things, on the sector speaking for people and forming opinion. The sector is free. It must be able to examine the municipality critically and go its own way without having to fear losing grants or support of other kinds. The municipality tries to make it easier for the sector to stand on its own feet.',
      commitments: [
        {
          id: 'independence.municipality.1',
          side: 'municipality',
          text: 'The municipality makes it possible, and easier, for the sector to run its activities.',
        },
        {
          id: 'independence.municipality.2',
          side: 'municipality',
          text: 'The municipality does not press the sector for more than the contracts in force say.',
        },
        {
          id: 'independence.sector.1',
          side: 'sector',
          text: 'The sector says openly and clearly who is behind an activity and what it is for.',
        },
      ],
    },
    {
      id: 'dialogue',
      title: 'Dialogue',
      text: 'A society lasts if the people who live in it can influence it, take part and be heard. The conversation must never stop, because development and lifelong learning come from it. We meet openly and at regular intervals. We let everybody in, listen with respect and use everyone’s knowledge and points of view.',
      commitments: [
        {
          id: 'dialogue.municipality.1',
          side: 'municipality',
          text: 'The municipality arranges a meeting place that inspires, for example for the sector, companies, public bodies and researchers.',
        },
        {
          id: 'dialogue.municipality.2',
          side: 'municipality',
          text: 'The municipality sees to it that it and the sector talk with each other more often and better.',
        },
        {
          id: 'dialogue.municipality.3',
          side: 'municipality',
          text: 'The municipality keeps inviting to dialogue meetings: when there is reason to, and never fewer than two a year.',
        },
        {
          id: 'dialogue.sector.1',
          side: 'sector',
          text: 'Each organisation tells others about itself and sees to it that the details are correct and useful.',
        },
        {
          id: 'dialogue.sector.2',
          side: 'sector',
          text: 'The sector comes to the dialogue meetings.',
        },
        {
          id: 'dialogue.sector.3',
          side: 'sector',
          text: 'The sector passes on what people need and what opportunities they see, wherever the sector is active.',
        },
        {
          id: 'dialogue.both.1',
          side: 'both',
          text: 'We speak honestly and directly with each other and do not hold back what the other needs to know.',
        },
      ],
    },
    {
      id: 'quality',
      title: 'Quality',
      text: 'How good the municipality’s work has to be is often laid down by law. The sector is close to its members and sees with their eyes, and it decides more freely what is good in activities that are mostly voluntary. Each time we cooperate we therefore need to agree on the requirements that apply. Whoever gets money from the municipality keeps to the rules that the politicians have decided. When we follow up and evaluate, we respect that we see things differently and work under different conditions.',
      commitments: [
        {
          id: 'quality.municipality.1',
          side: 'municipality',
          text: 'The municipality makes it easy to understand which rules apply to support for the sector.',
        },
        {
          id: 'quality.municipality.2',
          side: 'municipality',
          text: 'The municipality says clearly how the contracts and cooperation it enters into are to be followed up.',
        },
        {
          id: 'quality.municipality.3',
          side: 'municipality',
          text: 'The municipality gives the sector the opportunity to take part in public procurement and to become a party to a partnership between civil society and public bodies (in Swedish idéburet offentligt partnerskap, IOP).',
        },
        {
          id: 'quality.sector.1',
          side: 'sector',
          text: 'The sector helps others understand how good its activities are and what they mean to society.',
        },
        {
          id: 'quality.both.1',
          side: 'both',
          text: 'The sector, the committees and the municipality’s companies together find ways of cooperating that last.',
        },
      ],
    },
    {
      id: 'community',
      title: 'Community development',
      text: 'A society develops when individual people care and do something. Through the sector more people become active citizens, and that gives both society and democracy more strength. The sector is there when Södertälje’s future is discussed and may influence it. The municipality knows what the sector means.',
      commitments: [
        {
          id: 'community.municipality.1',
          side: 'municipality',
          text: 'The municipality makes it easier for those who live here to become involved in the sector. A website or a database for volunteers could be ways to do it.',
        },
        {
          id: 'community.municipality.2',
          side: 'municipality',
          text: 'The municipality makes it easy for both residents and organisations to reach the right person at the municipality.',
        },
        {
          id: 'community.municipality.3',
          side: 'municipality',
          text: 'The municipality uses what the sector knows.',
        },
        {
          id: 'community.sector.1',
          side: 'sector',
          text: 'The sector keeps telling the municipality what it does.',
        },
        {
          id: 'community.sector.2',
          side: 'sector',
          text: 'The sector trains people in voluntary work, in the way its own activities require.',
        },
      ],
    },
  ],
  developmentAreas: [
    {
      id: 'cooperation',
      title: 'Cooperation',
      text: 'We want an order for how we cooperate for many years, so that both the sector and the municipality get more out of it. The relationships should last, the fellowship should be strong and Södertälje should hold together.',
    },
    {
      id: 'information',
      title: 'Information and participation',
      text: 'We want more people to know of the agreement. When information becomes easier to get, more in the sector can take part in shaping it.',
    },
    {
      id: 'role',
      title: 'The sector’s role and voluntary commitment',
      text: 'We want to encourage people to engage as volunteers, make good use of what they do and make them want to go on year after year.',
    },
    {
      id: 'sustainability',
      title: 'A long view',
      text: 'We want the agreement to be used and not forgotten. It should change with what we ourselves can manage and with what happens around us.',
    },
  ],
};
