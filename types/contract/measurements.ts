import * as z from 'zod/mini';
import { endpoint } from './endpoint';
import { bookableType, calendarDate, nothing, uuid } from './primitives';

const figure = z.optional(z.int());

/** The figures alone: a quick test for an infection is told by a person, never by a page. */
export const measuredFigures = {
  weightTenths: figure,
  systolic: figure,
  diastolic: figure,
  pulse: figure,
  temperatureTenths: figure,
  haemoglobin: figure,
  haematocritThousandths: figure,
  plateletCount: figure,
};

export const listMyMeasurements = endpoint({
  name: 'listMyMeasurements',
  method: 'GET',
  path: '/api/visits/measurements',
  summary: 'What was measured at the visits of the person in session that are over, the newest first',
  who: ['citizen'],
  input: nothing,
  output: z.object({
    items: z.array(
      z.object({
        visitId: uuid,
        on: calendarDate,
        siteName: z.string(),
        type: bookableType,
        figures: z.object(measuredFigures),
        /** Names of the figures that were outside the limits of that day. */
        outside: z.array(z.string()),
      }),
    ),
  }),
  refusals: [],
});
