/**
 * First names that are used for each other, a line for each formal name, folded. Collected by hand from what is common in
 * English, German, French, Spanish, Italian, Polish and Russian use; a name may stand in several lines.
 */
const lines = `
abigail abby gail
albert al bert bertie
alexander alex sander sandy xander sasha alec
alexandra alex sandra sasha lexi
alfred alf fred freddy
alice ali
allison ali allie
amanda mandy
andrew andy drew
andrzej jedrek
angela angie
anna ann anne annie anja anita nina
anthony tony antonio toni
antonia toni
arthur art artie
barbara barb babs basia
beatrice bea trixie
benjamin ben benny benji
bernard bernie bernd
bradley brad
brian bri
caroline caro carrie carol lina
catherine cathy cate cat katie kate kathy kat kitty katrin
charles charlie chuck chas carlos karl carl charly
charlotte charlie lottie lotte
christian chris
christina chris tina christine chrissy
christopher chris topher kit christoph
cynthia cindy
daniel dan danny dani
danielle dani
david dave davey
deborah deb debbie
dennis denny
dmitri dima mitya
dominic dom nick
dorothy dot dottie dora dolly
douglas doug
edward ed eddie ted teddy ned eduard
eleanor ellie nell nora ella
elizabeth liz lizzie beth betty eliza lisa elise elsie libby elisabeth lisbeth else
emily em emmy
emma em
eugene gene
eugenie jenny zhenya
florence flo flora
frances fran fanny
francis frank fran franz francois francisco paco
frederick fred freddy fritz friedrich
gabriel gabe
gabrielle gabby gabi
george georgie georg jorge
gerald gerry jerry
gerard gerry gerd
gertrude trude gertie
giovanni gianni
giuseppe beppe pino
gregory greg
guillermo memo
harold harry hal
helen nell ellen helena lena
henry harry hank hal heinrich heinz
ignacio nacho
isabella bella izzy isabelle isa
ivan vanya
jacob jake jakob
jacqueline jackie
james jim jimmy jamie jem
janet jan
jason jay
jeffrey jeff geoff
geoffrey jeff geoff
jennifer jen jenny jenna
jeremy jerry jem
jessica jess jessie
joan joanie
joanna jo joanne
johannes hannes hans johann jan
john jack johnny jon jan
jonathan jon jonny nathan
joseph joe joey jo josef sepp
jose pepe
josephine jo josie josefine
joshua josh
judith judy
julia jule jules julie
katharina kathi katja kati katrin ina
katherine kathy kate katie kat kathryn kathleen kitty
kenneth ken kenny
kimberly kim
lawrence larry laurie lorenz
leonard leo len lenny leonhard
lillian lily lil
louis lou lewis ludwig luis
louise lou luise
lucas luke luca
lucille lucy
madeleine maddie maddy madison maddison
magdalena magda lena leni
malgorzata gosia
manfred manni
manuel manny manolo
marcus mark marc markus
margaret maggie meg peggy marge greta gretel margarete grete daisy
maria marie mia mitzi
marianne anne
martha marty patty
martin marty
mary molly polly mamie
matthew matt matty matthias
maximilian max maxi
maxwell max
megan meg
melissa mel lissa
michael mike mick mickey micky michel mikhail misha michi
michelle shelly
miguel miky
mildred millie
nancy nan
natalie nat
nathaniel nat nate nathan
nicholas nick nicky niko nico klaus claus nikolaus
nicole nicky niki
oliver ollie olli
olivia liv livvy
pamela pam
patricia pat patty tricia trish
patrick pat paddy
paul pauly pavel
penelope penny
peter pete pierre petra
philip phil pip phillip
rachel rach
raymond ray
rebecca becky becca
richard dick rich rick ricky richie
robert rob bob bobby robbie bert
roberto beto
roderick rod rick
roger rodge
roland roly
ronald ron ronnie
rosemary rose rosie
rudolf rudi rolf
russell russ
samantha sam sammy
samuel sam sammy
sandra sandy
sarah sally sadie sara
sebastian seb basti bastian
sergei seryozha
sophia sophie sonya
stanley stan
stephanie steph steffi
stephen steve stevie stefan steven
susan sue susie suzanne
susanne susi sanne
tatiana tanya
teresa terry tess tessa theresa resi
theodore ted teddy theo
thomas tom tommy
timothy tim timmy
tobias tobi toby
ursula uschi ulla
valentina val tina
veronica ronnie vera
victor vic
victoria vicky tori
vincent vince vinny
vladimir vova volodya
walter walt wally
wilhelm willi willy wim
william will bill billy willie liam
wolfgang wolf
yevgeny zhenya
zachary zach zack
`;

const formalNames = new Map<string, string[]>();
for (const line of lines.trim().split('\n')) {
  const names = line.split(' ');
  const [formal = ''] = names;
  for (const name of names) formalNames.set(name, [...(formalNames.get(name) ?? []), formal]);
}

/** The formal names that a folded first name may stand for, itself among them where it is one. */
export const formalNamesOf = (name: string): readonly string[] => formalNames.get(name) ?? [];
