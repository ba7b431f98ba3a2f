import { expect, test } from 'vitest';
import { deviceOf } from '../../../web/console/src/screens/profile/device.ts';

const of = {
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36 Edg/126.0':
    'Edge on Windows',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15':
    'Safari on macOS',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/126.0 Mobile/15E148 Safari/604.1':
    'Chrome on iPhone',
  'Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0': 'Firefox on Linux',
  'Mozilla/5.0 (Linux; Android 14; SM-S918B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/25.0 Chrome/121.0 Mobile Safari/537.36':
    'Samsung Internet on Android',
};

test.for(Object.entries(of))('a session is called by its browser and system: %s', ([userAgent, name]) => {
  const device = deviceOf(userAgent);
  expect(device && `${device.browser} on ${device.system}`).toBe(name);
});

test('what says nothing that is known has no name', () => {
  expect(deviceOf('curl/7.88.1')).toBeUndefined();
});
