import { symptom, type severity } from '@contract/surveys';
import type * as z from 'zod/mini';
import { adviceForFeeling, adviceForSymptoms, callWithinDays, isUrgent } from './care-advice';

type Row = [z.output<typeof symptom>[], z.output<typeof severity>, boolean, number];

describe('a reported reaction', () => {
  it.each<Row>([
    [['bruise'], 'mild', false, 3],
    [['bruise'], 'moderate', false, 1],
    [['bruise'], 'severe', true, 0],
    [['chest'], 'mild', true, 0],
    [['fainted'], 'mild', false, 3],
    [['fainted'], 'moderate', true, 0],
    [['tired', 'allergy'], 'moderate', true, 0],
    [['fever'], 'mild', false, 3],
  ])('%j, %s: urgent %s, called within %d days', (symptoms, given, urgent, days) => {
    expect(isUrgent(symptoms, given)).toBe(urgent);
    expect(callWithinDays(symptoms, given)).toBe(days);
  });

  it.each(symptom.options)('%s has advice', one => {
    expect(adviceForSymptoms([one]).join('').length).toBeGreaterThan(10);
  });

  it('names the ambulance where minutes count', () => {
    expect(adviceForSymptoms(['chest']).join('')).toContain('120');
    expect(adviceForSymptoms(['allergy']).join('')).toContain('120');
    expect(adviceForFeeling('not_good').join('')).toContain('120');
  });
});
