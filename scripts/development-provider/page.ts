import type { Municipality } from '../../domain/municipality';
import type { OfficialRole } from '../../domain/officials';
import { html } from '../inbox/html';
import { page } from '../inbox/pages';
import type { MadeUpPerson } from './people';

const roles: Record<OfficialRole, string> = {
  administrator: 'administratör',
  registrar: 'registrator',
  officer: 'handläggare',
  secretary: 'nämndsekreterare',
  controller: 'controller',
  auditor: 'revisor, läser bara',
};

/** Where one picks who to be. */
export function pickingPage(
  action: string,
  municipalities: readonly Municipality[],
  people: readonly MadeUpPerson[],
): string {
  const groups = municipalities.map(
    ({ id, name }) =>
      html`<h2>${name}</h2>
        <p class="row">${people.filter((person) => person.municipality === id).map(button)}</p>`,
  );
  return page(
    'Vem vill du vara?',
    html`<h1>Vem vill du vara?</h1>
      <p>
        Personerna är påhittade och finns bara på den här datorn. I drift loggar man in hos
        kommunen.
      </p>
      <form method="post" action="${action}">${groups}</form>`,
  );
}

/** The way here has been used, or has taken too long. */
export function expiredPage(): string {
  return page(
    'Inloggningen tog för lång tid',
    html`<h1>Inloggningen tog för lång tid</h1>
      <p>Gå tillbaka till sidan du kom ifrån och logga in igen.</p>`,
  );
}

function button({ subject, name, role }: MadeUpPerson) {
  return html`<button name="subject" value="${subject}">${name}, ${roles[role]}</button>`;
}
