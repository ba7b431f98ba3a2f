import type { mailboxes as en } from '../../en/settings/mailboxes.ts';

export const mailboxes: typeof en = {
  title: 'Postfächer',
  add: 'Neues Postfach',
  make: 'Postfach anlegen',
  none: 'Noch kein Postfach',
  noneWhy:
    'Nennen Sie die Adressen, an die Kunden schreiben: Jede Nachricht wird beim Kontakt abgelegt, und wer neu ist, ist ein Lead.',
  address: 'Adresse',
  addressWhy: 'Auf der Domain, deren Post hier eingeht. Sie kann später nicht geändert werden.',
  name: 'Name',
  saved: 'Post an {address} wird angenommen.',
  danger: 'Löschen',
  deleteWhy: 'Post an die Adresse wird ab dann mit diesem Grund übergangen. Was abgelegt ist, bleibt.',
  deleteTitle: 'Postfach {address} löschen?',
  deleteMore: 'Post, die danach kommt, steht unter „Übergangen“.',
  sending: {
    title: 'Die Domain, von der Post hinausgeht',
    verdicts: {
      pass: 'Post von {from} besteht DMARC: Andere Mailserver sehen, dass sie von Ihnen ist.',
      fail: 'Post von {from} besteht DMARC nicht: Sie kann im Spam landen oder abgewiesen werden. Bringen Sie das in Ordnung, bevor Sie senden.',
      unknown: 'Ob Post von {from} DMARC besteht, ist gerade nicht zu sagen: Niemand hat geantwortet.',
    },
    checks: { verification: 'Bestätigt', dkim: 'DKIM', spf: 'SPF', dmarc: 'DMARC' },
    statuses: { pass: 'In Ordnung', fail: 'Nicht in Ordnung', unknown: 'Unbekannt' },
    codes: {
      verified: 'Der Maildienst weiß, dass die Domain Ihnen gehört.',
      signed: 'Jede Nachricht wird mit Ihrer Domain unterschrieben.',
      aligned: 'Unzustellbares kommt an Ihre Domain zurück, und sie lässt den Maildienst senden.',
      enforced: 'Andere Mailserver sollen beiseitelegen oder abweisen, was nicht besteht.',
      monitored:
        'Es gibt eine Vorgabe, die noch nichts verlangt. Besteht alle Ihre Post, verlangen Sie quarantine, später reject.',
      unanswered: 'Niemand hat geantwortet. Sehen Sie später noch einmal nach.',
      identity_missing:
        'Der Maildienst kennt die Domain nicht. Wer Rapport betreibt, muss es mit diesem Absender aufsetzen.',
      identity_unverified:
        'Tragen Sie die Einträge unten in Ihrem DNS ein; es dauert bis zu einigen Stunden.',
      dkim_off: 'Das Unterschreiben ist beim Maildienst ausgeschaltet.',
      dkim_records_missing: 'Diese Einträge fehlen. Tragen Sie sie in Ihrem DNS ein.',
      dkim_pending: 'Tragen Sie diese Einträge ein, wo sie fehlen; der Maildienst sucht sie drei Tage lang.',
      return_path_shared:
        'Unzustellbares kommt an die Domain des Maildienstes zurück. Solange DKIM besteht, genügt das; mit einer eigenen Domain dafür ist es sicherer.',
      return_path_pending: 'Tragen Sie diese Einträge ein; der Maildienst sucht sie drei Tage lang.',
      spf_missing: 'Es gibt keinen SPF-Eintrag. Tragen Sie diesen ein.',
      spf_many: 'Es gibt mehr als einen SPF-Eintrag, und das gilt als keiner. Behalten Sie diesen.',
      spf_invalid: 'Der SPF-Eintrag ist nicht zu lesen. Setzen Sie diesen an seine Stelle.',
      spf_refuses_ses:
        'Der SPF-Eintrag lässt den Maildienst nicht senden. Setzen Sie diesen an seine Stelle.',
      spf_misaligned:
        'Ihr DMARC-Eintrag verlangt, dass Unzustellbares an genau dieselbe Domain zurückkommt. Schreiben Sie aspf=r hinein.',
      dmarc_missing: 'Es gibt keinen DMARC-Eintrag. Tragen Sie diesen ein: Große Anbieter verlangen ihn.',
      dmarc_many: 'Es gibt mehr als einen DMARC-Eintrag, und das gilt als keiner. Behalten Sie einen.',
      dmarc_invalid: 'Der DMARC-Eintrag nennt keine Vorgabe, die es gibt. Setzen Sie diesen an seine Stelle.',
    },
  },
};
