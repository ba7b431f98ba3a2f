import type { settings } from '../../en/settings.ts';

export const workspace: (typeof settings)['workspace'] = {
  name: 'Name',
  currency: 'Währung',
  currencyWhy: 'Von Geschäften, die keine nennen. Die es gibt, behalten ihre.',
  country: 'Land',
  countryWhy: 'Von Telefonnummern, die ohne eines geschrieben sind.',
  timeZone: 'Zeitzone',
  timeZoneWhy: 'Nach der ein Tag beginnt und endet: was heute fällig und was überfällig ist.',
  defaultPipelineId: 'Pipeline für neue Geschäfte',
  defaultPipelineIdWhy: 'Wo ein Geschäft beginnt, das keine nennt, wie die aus Formularen und Mails.',
  undeclaredFields: 'Werte für Felder annehmen, die niemand angelegt hat',
  undeclaredFieldsWhy:
    'Programme und Formulare dürfen dann Werte unter jedem Namen schicken. Was unter Felder angelegt ist, wird immer geprüft.',
  folding: 'Wann zwei Adressen dieselbe sind',
  foldingWhy:
    'Groß und klein ist gleich. {plusTag, select, true {Was hinter einem „+“ steht, auch.} other {Was hinter einem „+“ steht, macht einen Unterschied.}} {gmailDots, select, true {Punkte in Gmail-Adressen machen keinen.} other {Punkte in Gmail-Adressen machen einen.}} Das wurde gewählt, als der Arbeitsbereich entstand.',
  saved: 'Gespeichert. In 30 Sekunden gilt es überall.',
  reportFields: {
    title: 'Berichte aufteilen',
    why: 'Berichte lassen sich nach je einem eigenen Feld aufteilen: einem Auswahlfeld, einem Ja/Nein-Feld oder einem kurzen Text. Wird ein anderes gewählt, wird im Hintergrund alles neu danach gezählt; bis dahin wachsen seine Zahlen noch.',
    deal: 'Berichte über Geschäfte nach',
    contact: 'Berichte über Leads nach',
    none: 'Kein Feld',
  },
};
