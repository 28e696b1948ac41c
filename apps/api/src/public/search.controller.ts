import { Controller, Get, Param, Query } from '@nestjs/common';

import type { SearchResult } from '#contracts';
import { SearchQuerySchema } from '#contracts';
import { SearchPublicRecord } from '#tracking';

import { searchHitView } from '../presenter/search-presenter.js';
import { inLanguage } from '../presenter/wording.js';
import { readInput } from '../problem/read-input.js';
import { decodeCursor, encodeCursor } from './cursor.js';

@Controller('api/v1/states/:iso3/search')
export class SearchController {
  constructor(private readonly searches: SearchPublicRecord) {}

  @Get()
  async search(@Param('iso3') iso3: string, @Query() query: unknown): Promise<SearchResult> {
    const { lang, q, kind, cursor, limit } = readInput(SearchQuerySchema, query);
    const [kindPosition = 0, place = 0, subjectId = 0] = cursor === undefined ? [] : decodeCursor(cursor, 3);
    const { state, found, hits } = await this.searches.search(iso3.toUpperCase(), q, {
      language: lang,
      kind,
      after: cursor === undefined ? undefined : [kindPosition, place, subjectId],
      limit: limit + 1,
    });
    const items = found.slice(0, limit);
    const last = found.length > limit ? items.at(-1) : undefined;
    return {
      state: { iso3: state.iso3, name: inLanguage(state.name, lang) },
      items: items.map((item) => searchHitView(item, hits, lang)),
      nextCursor: last ? encodeCursor([last.kindPosition, last.place, last.subjectId]) : null,
    };
  }
}
