/// <reference lib="dom" />
import { readFile } from 'node:fs/promises';

import type { Locator, Page } from 'playwright-core';

/** How a person works a page. What a task needs is said once, and done by mouse or by keyboard alone. */
export interface Hands {
  readonly page: Page;
  /** A link, a button, a summary: whatever happens on a click. */
  press(target: Locator): Promise<void>;
  write(field: Locator, text: string): Promise<void>;
  /** One option of a list, by its value. */
  choose(list: Locator, value: string): Promise<void>;
  /** One of a group of radio buttons. */
  pick(radio: Locator): Promise<void>;
  /** A civil day, as YYYY-MM-DD. */
  writeDay(field: Locator, day: string): Promise<void>;
  attach(field: Locator, name: string, text: string): Promise<void>;
  /** What the browser would keep as a file. */
  download(link: Locator): Promise<string>;
  /** What it took so far, in words. */
  effort(): string;
}

/** More presses of Tab than this between two things that one task needs is a page that keyboards cannot work well. */
const MOST_TABS = 60;

async function keptBy(page: Page, press: () => Promise<void>): Promise<string> {
  const begun = page.waitForEvent('download');
  await press();
  return readFile(await (await begun).path(), 'utf8');
}

async function attachedBy(
  page: Page,
  press: () => Promise<void>,
  file: { readonly name: string; readonly text: string },
): Promise<void> {
  const asked = page.waitForEvent('filechooser');
  await press();
  await (await asked).setFiles({ name: file.name, mimeType: 'text/csv', buffer: Buffer.from(file.text) });
}

/** Clicks and typed characters. */
export class MouseHands implements Hands {
  private clicks = 0;
  private characters = 0;

  constructor(readonly page: Page) {}

  async press(target: Locator): Promise<void> {
    this.clicks += 1;
    await target.click();
  }

  async write(field: Locator, text: string): Promise<void> {
    await this.press(field);
    this.characters += text.length;
    await field.fill(text);
  }

  async choose(list: Locator, value: string): Promise<void> {
    this.clicks += 2;
    await list.selectOption(value);
  }

  pick(radio: Locator): Promise<void> {
    return this.press(radio);
  }

  async writeDay(field: Locator, day: string): Promise<void> {
    await this.press(field);
    this.characters += day.length;
    await field.fill(day);
  }

  attach(field: Locator, name: string, text: string): Promise<void> {
    return attachedBy(this.page, () => this.press(field), { name, text });
  }

  download(link: Locator): Promise<string> {
    return keptBy(this.page, () => this.press(link));
  }

  effort(): string {
    return `${this.clicks} clicks, ${this.characters} characters`;
  }
}

/** Keys and nothing else. Every press of Tab must lead to something that can be seen and that shows that it has the focus. */
export class KeyboardHands implements Hands {
  private tabs = 0;
  private keys = 0;

  constructor(readonly page: Page) {}

  async press(target: Locator): Promise<void> {
    await this.reach(target);
    await this.key('Enter');
  }

  async write(field: Locator, text: string): Promise<void> {
    await this.reach(field);
    await this.key('ControlOrMeta+a');
    this.keys += text.length;
    await this.page.keyboard.type(text);
  }

  async choose(list: Locator, value: string): Promise<void> {
    await this.reach(list);
    await this.key('Home');
    for (let left = await list.locator('option').count(); left > 0; left -= 1) {
      if ((await list.inputValue()) === value) return;
      await this.key('ArrowDown');
    }
    throw new TypeError(`The arrows do not reach "${value}".`);
  }

  async pick(radio: Locator): Promise<void> {
    const name = (await radio.getAttribute('name')) ?? '';
    await this.reach(this.page.locator(`input[type=radio][name="${name}"]:focus`), radio);
    for (let left = MOST_TABS; left > 0; left -= 1) {
      if (await radio.isChecked()) return;
      await this.key('ArrowDown');
    }
    throw new TypeError('The arrows do not reach that radio button.');
  }

  async writeDay(field: Locator, day: string): Promise<void> {
    await this.reach(field);
    const [year = '', month = '', date = ''] = day.split('-');
    // Which part comes first is a matter of the browser's own language: a person sees it.
    for (const order of [
      [date, month, year],
      [month, date, year],
    ]) {
      this.keys += 8;
      await this.page.keyboard.type(order.join(''));
      if ((await field.inputValue()) === day) return;
      await this.key('Shift+Tab');
      await this.key('Shift+Tab');
    }
    throw new TypeError(`${day} could not be typed.`);
  }

  attach(field: Locator, name: string, text: string): Promise<void> {
    return attachedBy(this.page, () => this.press(field), { name, text });
  }

  download(link: Locator): Promise<string> {
    return keptBy(this.page, () => this.press(link));
  }

  effort(): string {
    return `${this.tabs} tabs, ${this.keys} other keys`;
  }

  private async key(name: string): Promise<void> {
    if (name === 'Tab') this.tabs += 1;
    else this.keys += 1;
    await this.page.keyboard.press(name);
  }

  /** Tabs until the target has the focus; over the head of the page by the link that is there for it. */
  private async reach(target: Locator, named: Locator = target): Promise<void> {
    await this.page.waitForLoadState();
    const inMain = await named.first().evaluate((element) => element.closest('main') !== null);
    for (let left = MOST_TABS; left > 0; left -= 1) {
      if ((await target.count()) > 0 && (await target.evaluate((one) => one === document.activeElement)))
        return;
      await this.key('Tab');
      await this.seeFocus();
      if (inMain && (await this.page.locator('a.skip:focus').count()) > 0) await this.key('Enter');
    }
    throw new TypeError(`${MOST_TABS} presses of Tab do not lead to ${named.toString()}.`);
  }

  private async seeFocus(): Promise<void> {
    const fault = await this.page.evaluate(() => {
      const focused = document.activeElement;
      if (focused === null || focused === document.body) return 'the focus is lost';
      const name = focused.outerHTML.slice(0, 120);
      const [box] = focused.getClientRects();
      if (!box || box.width < 1 || box.height < 1) return `the focus is on what nobody sees: ${name}`;
      // Of a tall field the part with the caret is enough.
      const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
      const [above, below] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
      if (right <= left || below <= above) return `the focus is out of the window: ${name}`;
      const [x, y] = [(left + right) / 2, (above + below) / 2];
      const top = document.elementFromPoint(x, y);
      if (top !== null && !focused.contains(top) && !top.contains(focused))
        return `the focus is covered: ${name}`;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(focused);
      const marked = (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
      return marked ? null : `nothing shows the focus: ${name}`;
    });
    if (fault !== null) throw new TypeError(`After ${this.tabs} presses of Tab ${fault}`);
  }
}
