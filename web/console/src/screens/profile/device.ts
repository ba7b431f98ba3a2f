type Named = readonly (readonly [RegExp, string])[];
/** The first that fits counts: many browsers say that they are others, too. */
const browsers: Named = [
  [/Edg(?:e|A|iOS)?\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/(?:Firefox|FxiOS)\//, 'Firefox'],
  [/(?:Headless)?Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const systems: Named = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/CrOS/, 'ChromeOS'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/Windows/, 'Windows'],
  [/Linux/, 'Linux'],
];
const firstOf = (all: Named, text: string) => all.find(([pattern]) => pattern.test(text))?.[1];

/** Which browser and system a session is of, by what its browser says of itself; undefined where that says nothing known. */
export const deviceOf = (userAgent: string): { browser: string; system: string } | undefined => {
  const [browser, system] = [firstOf(browsers, userAgent), firstOf(systems, userAgent)];
  return browser && system ? { browser, system } : undefined;
};
