import type { en } from '../en.ts';

export const roles: (typeof en)['roles'] = {
  builtIn: {
    admin: { name: 'Administration', about: 'Alles.' },
    manager: { name: 'Leitung', about: 'Sieht alles; ändert, was den Teams oder niemandem gehört.' },
    rep: {
      name: 'Vertrieb',
      about: 'Sieht, was dem Team und niemandem gehört; ändert Eigenes und was niemand hat.',
    },
    support: {
      name: 'Kundendienst',
      about: 'Antwortet jedem Kunden; sieht Geschäfte und Zusagen und ändert keine.',
    },
    marketing: { name: 'Marketing', about: 'Arbeitet mit jedem Kontakt; sieht Geschäfte.' },
    readonly: { name: 'Nur lesen', about: 'Sieht alles, ändert nichts.' },
  },
};
