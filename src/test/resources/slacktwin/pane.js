// One person's Slack: channels, messages, and a line to type in.
import { drawMessages, dress } from "./message.js";
import { Completion } from "./completion.js";
import { Modal } from "./modal.js";
import { confirmed } from "./confirm.js";
import { Home } from "./home.js";

const ICONS = { PUBLIC: "#", PRIVATE: "", DIRECT: "@", GROUP_DIRECT: "@" };

function icon(kind) {
  const drawn = document.createElement("span");
  drawn.className = kind === "PRIVATE" ? "icon lock" : "icon";
  drawn.textContent = ICONS[kind];
  drawn.setAttribute("aria-hidden", "true");
  return drawn;
}

export class Pane {
  constructor(start, user, json) {
    this.start = start;
    this.user = user;
    this.channel = "";
    this.json = json;
    this.seen = new Map();
    this.history = [];
    this.element = document.createElement("section");
    this.element.className = "pane";
    this.element.innerHTML = `
      <div class="who"><span class="face" aria-hidden="true"></span>
        <label><span class="hidden">Person</span><select class="person"></select></label>
        <span class="mail"></span></div>
      <nav class="rooms" aria-label="Channels and direct messages"></nav>
      <div class="talk"><div class="top-line"><h2 class="room"></h2><div class="tabs" hidden>
          <button type="button" class="tab" data-tab="messages" aria-pressed="true">Messages</button>
          <button type="button" class="tab" data-tab="home" aria-pressed="false">Home</button></div>
          <span class="shortcuts"></span></div>
        <div class="messages" role="log" tabindex="0"></div><div class="home" hidden></div>
        <form class="composer"><ul class="complete" role="listbox" hidden></ul>
          <p class="replying" hidden><span></span><button type="button" class="deed">Leave the thread</button></p>
          <input class="line" name="line" autocomplete="off" spellcheck="false" maxlength="8000">
          <button class="send" type="submit" aria-label="Send">➤</button>
          <p class="hint"></p></form></div>`;
    this.find = (name) => this.element.querySelector(`.${name}`);
    this.line = this.find("line");
    this.completion = new Completion(start, this.line, this.find("complete"));
    this.modal = new Modal(this);
    this.home = new Home(this, this.find("home"));
    this.act = {
      click: (message, button) => this.click(message, button),
      reply: (message) => this.reply(message),
      shortcut: (shortcut, message) => this.shortcut(shortcut, message),
    };
    this.people();
    this.shortcuts();
    this.listen();
    this.be(user);
  }

  people() {
    for (const person of this.start.people) {
      this.find("person").append(new Option(person.name, person.id));
    }
  }

  shortcuts() {
    for (const shortcut of this.start.shortcuts.filter((s) => !s.onMessages)) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "shortcut";
      button.textContent = `⚡ ${shortcut.name}`;
      button.title = "A shortcut of the app";
      button.addEventListener("click", () => this.shortcut(shortcut));
      this.find("shortcuts").append(button);
    }
  }

  listen() {
    for (const tab of this.element.querySelectorAll(".tab")) tab.addEventListener("click", () => this.turn(tab.dataset.tab));
    this.find("replying").querySelector("button").addEventListener("click", () => this.reply());
    this.find("person").addEventListener("change", (event) => this.be(event.target.value));
    this.find("composer").addEventListener("submit", (event) => {
      event.preventDefault();
      this.type(this.line.value);
    });
    this.line.addEventListener("keydown", (event) => {
      if (this.completion.key(event)) return;
      if (event.key === "ArrowUp" && this.line.value === "" && this.history.length > 0) {
        event.preventDefault();
        this.line.value = this.history.at(-1);
      }
    });
  }

  be(user) {
    this.user = user;
    this.go("");
    const person = this.start.people.find((p) => p.id === user);
    this.find("person").value = user;
    this.find("mail").textContent = person.email;
    this.find("face").textContent = person.name.split(" ").map((w) => w[0]).join("");
    this.find("face").dataset.hue = this.start.people.indexOf(person) % 4;
    this.element.setAttribute("aria-label", `Slack as ${person.name}`);
    return this.refresh();
  }

  /** Looks at another channel; the direct message with the app if none is named. */
  go(channel) {
    this.channel = channel;
    this.drawn = "";
    this.turn("messages");
    this.reply();
  }

  /** Turns to the messages, or to the app's Home tab. */
  turn(tab) {
    this.tab = tab;
    this.element.querySelectorAll(".tab").forEach((t) => t.setAttribute("aria-pressed", String(t.dataset.tab === tab)));
    this.find("messages").hidden = tab !== "messages";
    this.find("home").hidden = tab !== "home";
    if (tab === "home") this.post("/page/home", { user: this.user });
  }

  /** Writes into the thread of a message from now on; into the channel if none is given. */
  reply(message) {
    this.thread = message === undefined ? undefined : (message.thread ?? message.ts);
    const note = this.find("replying");
    note.hidden = message === undefined;
    if (message === undefined) return;
    note.querySelector("span").textContent = `In the thread of ${message.author}: ${message.plain.split("\n")[0].slice(0, 60)}`;
    this.line.focus();
  }

  /** Keeps everything behind a modal out of reach. */
  cover(on) {
    for (const part of ["who", "rooms", "talk"]) this.find(part).inert = on;
  }

  dress(content) {
    dress(content);
  }

  async refresh() {
    const asked = `${this.user} ${this.channel}`;
    const view = await this.json(`/page/view?user=${this.user}&channel=${this.channel}`);
    if (asked !== `${this.user} ${this.channel}`) return;
    this.channel = view.channel;
    this.view = view;
    this.rooms(view);
    this.messages(view);
    this.home.show(view.home);
    this.modal.show(view.modal);
  }

  rooms(view) {
    const rooms = this.find("rooms");
    rooms.replaceChildren();
    for (const [title, direct] of [["Channels", false], ["Direct messages", true]]) {
      const channels = view.channels.filter((c) => c.kind.endsWith("DIRECT") === direct);
      if (channels.length === 0) continue;
      const head = document.createElement("h3");
      head.textContent = title;
      rooms.append(head, ...channels.map((c) => this.room(c)));
    }
    const current = view.channels.find((c) => c.id === view.channel);
    this.find("room").replaceChildren(icon(current.kind), current.label);
    this.find("tabs").hidden = !current.app;
    this.line.placeholder = `Message ${current.kind.endsWith("DIRECT") ? "" : "#"}${current.label}`;
    this.line.setAttribute("aria-label", this.line.placeholder);
  }

  room(channel) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "channel";
    const key = `${this.user} ${channel.id}`;
    if (channel.id === this.channel || !this.seen.has(key)) this.seen.set(key, channel.last);
    button.classList.toggle("unread", this.seen.get(key) !== channel.last);
    const unread = button.classList.contains("unread") ? ", unread" : "";
    const shared = channel.external ? ", shared with another company" : "";
    button.setAttribute("aria-label", `${channel.label}${shared}${unread}`);
    if (channel.id === this.channel) button.setAttribute("aria-current", "true");
    const label = document.createElement("span");
    label.className = "label";
    label.textContent = channel.external ? `${channel.label} ⧉` : channel.label;
    button.append(icon(channel.kind), label);
    button.title = `${channel.label}${shared}`;
    button.addEventListener("click", () => {
      this.go(channel.id);
      this.refresh();
    });
    return button;
  }

  messages(view) {
    const shape = JSON.stringify([view.channel, view.messages, view.refused]);
    if (shape === this.drawn) return;
    this.drawn = shape;
    const list = this.find("messages");
    const open = new Set([...list.querySelectorAll("details[open]")].map((d) => d.dataset.ts));
    const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 80 || list.children.length === 0;
    list.replaceChildren(...drawMessages(view, this.start, open, this.act));
    if (atEnd) list.scrollTop = list.scrollHeight;
  }

  async click(message, button) {
    if (!(await confirmed(button, this.element))) return;
    const { action, value = "" } = button.dataset;
    await this.post("/page/click", { user: this.user, channel: this.channel, ts: message.ts, action, value });
  }

  async shortcut(shortcut, message) {
    await this.post("/page/shortcut", { user: this.user, channel: this.channel, callback: shortcut.callbackId, ts: message?.ts ?? "" });
  }

  async type(line) {
    const text = line.trim();
    if (text === "") return;
    this.history.push(text);
    this.line.value = "";
    this.completion.close();
    const sent = await this.post("/page/type", { user: this.user, channel: this.channel, thread: this.thread ?? "", line: text });
    if (sent === undefined) this.line.value = text;
  }

  /** Tells the twin; answers nothing if it did not take it. */
  async post(url, body) {
    this.hint("Sending…");
    try {
      const response = await fetch(url, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(10_000),
      });
      this.hint(response.ok ? "" : await response.text());
      return response.ok ? await response.json() : undefined;
    } catch {
      this.hint("The twin does not answer. Nothing was sent.");
      return undefined;
    }
  }

  hint(text) {
    this.find("hint").textContent = text;
  }
}
