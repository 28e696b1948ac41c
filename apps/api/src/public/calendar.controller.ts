import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

import { CalendarQuerySchema } from '#contracts';
import { deadlineCalendar } from '#reporting';
import { ReadCalendar } from '#tracking';

import { calendarView } from '../presenter/calendar-presenter.js';
import { readInput } from '../problem/read-input.js';
import { API_SETTINGS } from '../settings.js';
import type { ApiSettings } from '../settings.js';

/** Confirmed dates for calendars that subscribe. */
@Controller('calendar')
export class CalendarController {
  constructor(
    private readonly calendar: ReadCalendar,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @Get(':iso3/deadlines.ics')
  async deadlines(
    @Param('iso3') iso3: string,
    @Query() query: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { lang, institution } = readInput(CalendarQuerySchema, query);
    const reading = await this.calendar.read(iso3.toUpperCase(), institution ?? null);
    void reply.type('text/calendar; charset=utf-8');
    return deadlineCalendar(calendarView(reading, lang, this.settings.publicUrl));
  }
}
