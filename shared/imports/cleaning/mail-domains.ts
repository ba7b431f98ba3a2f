/** Domains at which many people of many countries have their mail: what a slip of the pen most likely meant. */
const known =
  'gmail.com googlemail.com yahoo.com yahoo.co.uk yahoo.fr yahoo.de yahoo.it yahoo.es yahoo.co.in yahoo.com.br yahoo.co.jp yahoo.ca ymail.com rocketmail.com hotmail.com hotmail.co.uk hotmail.fr hotmail.de hotmail.it hotmail.es hotmail.nl hotmail.ca outlook.com outlook.de outlook.fr outlook.es outlook.it live.com live.co.uk live.fr live.nl live.de live.it live.ca msn.com icloud.com me.com mac.com aol.com aol.de mail.com email.com gmx.de gmx.net gmx.at gmx.ch gmx.com web.de t-online.de freenet.de arcor.de posteo.de mailbox.org 1und1.de vodafone.de orange.fr wanadoo.fr free.fr laposte.net sfr.fr bbox.fr libero.it virgilio.it tiscali.it alice.it tin.it btinternet.com sky.com virginmedia.com talktalk.net ntlworld.com comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net charter.net earthlink.net optonline.net shaw.ca rogers.com sympatico.ca telus.net bigpond.com optusnet.com.au xtra.co.nz telefonica.net terra.es telenet.be skynet.be ziggo.nl kpnmail.nl planet.nl xs4all.nl bluewin.ch hispeed.ch wp.pl onet.pl o2.pl interia.pl op.pl poczta.onet.pl seznam.cz centrum.cz email.cz mail.ru yandex.ru yandex.com bk.ru inbox.ru list.ru rambler.ru ukr.net telia.com spray.se hotmail.se live.se yahoo.se online.no mail.dk live.dk hotmail.dk uol.com.br bol.com.br terra.com.br sapo.pt qq.com 163.com 126.com sina.com naver.com daum.net hanmail.net docomo.ne.jp rediffmail.com protonmail.com proton.me pm.me tutanota.com zoho.com fastmail.com hey.com';
export const mailDomains: ReadonlySet<string> = new Set(known.split(' '));

/** Endings that are no top-level domain and are written for one. */
export const endings: Readonly<Record<string, string>> = {
  con: 'com',
  cmo: 'com',
  ocm: 'com',
  comm: 'com',
  coom: 'com',
  vom: 'com',
  xom: 'com',
  cpm: 'com',
  clm: 'com',
  cim: 'com',
  nte: 'net',
  met: 'net',
  nett: 'net',
  ner: 'net',
  ogr: 'org',
  orgg: 'org',
  dee: 'de',
};
