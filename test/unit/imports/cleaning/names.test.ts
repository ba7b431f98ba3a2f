import { describe, expect, it } from 'vitest';
import { nameCase } from '../../../../shared/imports/cleaning/name-case.ts';
import { splitName } from '../../../../shared/imports/cleaning/split-name.ts';

describe('the case of a name', () => {
  it.each([
    ['LUDWIG VAN BEETHOVEN', 'Ludwig van Beethoven'],
    ["seán o'neill", "Seán O'Neill"],
    ['MCDONALD', 'McDonald'],
    ['jean-luc picard', 'Jean-Luc Picard'],
    ['ÉMILE ZOLA', 'Émile Zola'],
    ['JOHN SMITH III', 'John Smith III'],
    ['vi nguyen', 'Vi Nguyen'],
    ["D'ANGELO", "D'Angelo"],
  ])('%s is %s', (shouted, name) => {
    expect(nameCase(shouted)).toBe(name);
  });

  it.each([
    'McGregor',
    'van Gogh',
    'DiCaprio',
    'LaToya',
    'JP',
    'J.',
    '王小明',
    'bell hooks jR',
    'გიორგი',
    'İBRAHİM',
    'IŞIK',
  ])('%s stays as the person writes it', (name) => {
    expect(nameCase(name)).toBe(name);
  });

  it('a family name begins with its particle in small letters', () => {
    expect(nameCase('VAN DER BERG', 'family')).toBe('van der Berg');
    expect(nameCase('VAN', 'family')).toBe('Van');
  });
});

describe('a whole name', () => {
  it.each([
    ['Ada Lovelace', { firstName: 'Ada', lastName: 'Lovelace' }],
    ['Dr. Ludwig van Beethoven', { prefix: 'Dr.', firstName: 'Ludwig', lastName: 'van Beethoven' }],
    ['Doe, John R.', { lastName: 'Doe', firstName: 'John', middleName: 'R.' }],
    ['van Gogh, Vincent', { lastName: 'van Gogh', firstName: 'Vincent' }],
    ['Jane "Janie" Doe, PhD', { firstName: 'Jane', lastName: 'Doe', suffix: 'PhD', nickname: 'Janie' }],
    [
      'Martin Luther King, Jr.',
      { firstName: 'Martin', middleName: 'Luther', lastName: 'King', suffix: 'Jr.' },
    ],
    [
      'Prof. Dr. med. Hans-Peter Müller',
      { prefix: 'Prof. Dr. med.', firstName: 'Hans-Peter', lastName: 'Müller' },
    ],
    ['Frau Dr. Anna von der Leyen', { prefix: 'Frau Dr.', firstName: 'Anna', lastName: 'von der Leyen' }],
    ['Mr. Smith', { prefix: 'Mr.', lastName: 'Smith' }],
    ['John & Jane Doe', { firstName: 'John & Jane', lastName: 'Doe' }],
    ['Cher', { firstName: 'Cher' }],
    ['山田 太郎', { lastName: '山田', firstName: '太郎' }],
    ['王小明', { lastName: '王', firstName: '小明' }],
    ['欧阳娜娜', { lastName: '欧阳', firstName: '娜娜' }],
    ['김철수', { lastName: '김', firstName: '철수' }],
  ])('%s comes apart', (name, parts) => {
    expect(splitName(name)).toEqual(parts);
  });
});
