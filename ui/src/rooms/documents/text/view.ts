// The editor in the page: a session's text with its keys, what is shown beside the words, and its pictures.
import { redo, undo } from "prosemirror-history";
import { keymap } from "prosemirror-keymap";
import type { Node } from "prosemirror-model";
import { type Command, Plugin } from "prosemirror-state";
import { chainCommands, deleteSelection, selectAll } from "prosemirror-commands";
import { EditorView, type NodeView } from "prosemirror-view";
import type { Office } from "../../../api/client";
import { listen } from "../../../state/keys.svelte";
import type { Session } from "../session.svelte";
import { clipboard } from "./clipboard";
import { backspace, backward, enter, forwardDelete, newSentence, onward, typed } from "./keys";
import { schema } from "./schema";
import { shown } from "./shown";

/** A chart's picture, safe to put into the page, and what it shows. */
export type Picture = (chart: string) => Promise<{ root: SVGSVGElement; alt: string } | null>;

type How = { label: string; editable: boolean; picture: Picture; office: () => Office | undefined };

/** Shows a session's text in `place`, until it is destroyed. */
export function mount(place: HTMLElement, session: Session, { label, editable, picture, office }: How): EditorView {
  const view = new EditorView(place, {
    state: session.text,
    dispatchTransaction: session.dispatch,
    editable: () => editable,
    // Room for the line before and after what is gone to; lines never move sideways.
    scrollThreshold: { top: 48, bottom: 48, left: 0, right: 0 },
    scrollMargin: { top: 96, bottom: 96, left: 0, right: 0 },
    attributes: { role: "textbox", "aria-multiline": "true", "aria-label": label, class: "words", spellcheck: "true", lang: "en", tabindex: "0" },
    handleTextInput: (view, from, to, text) => {
      const tr = typed(view.state, from, to, text);
      if (tr) view.dispatch(tr);
      return tr !== null;
    },
    handleDOMEvents: { keydown: (_, event) => isForWindow(event) && (listen(event), event.preventDefault(), true) },
    nodeViews: { figure: (node) => new Figure(node, picture) },
    plugins: [keymap(keys), clipboard(), new Plugin({ props: { decorations: (state) => shown(state, office()) } })],
  });
  session.view = view;
  return view;
}

/** Taken here also where there is nothing to do, so that it never undoes an act of the dossier while one writes. */
const here =
  (command: Command): Command =>
  (state, dispatch, view) => {
    command(state, dispatch, view);
    return true;
  };

/** Bold and italic are nothing here. The editor would keep their keys from the window, where they mean something else. */
const isForWindow = (event: KeyboardEvent): boolean => (event.ctrlKey || event.metaKey) && !event.altKey && /^[bi]$/i.test(event.key);

/** From cell to cell; out of the table, Tab leaves the editor as from any field. */
const tab: Command = (state, dispatch) => {
  const { $from } = state.selection;
  if ($from.parent.type !== schema.nodes.cell) return false;
  const isLast = $from.index(-1) === $from.node(-1).childCount - 1 && $from.index(-2) === $from.node(-2).childCount - 1;
  return isLast ? false : onward(state, dispatch);
};

const keys: Record<string, Command> = {
  Enter: enter,
  "Shift-Enter": here(newSentence),
  Backspace: chainCommands(deleteSelection, backspace),
  "Mod-Backspace": chainCommands(deleteSelection, backspace),
  Delete: chainCommands(deleteSelection, forwardDelete),
  "Mod-Delete": chainCommands(deleteSelection, forwardDelete),
  Tab: tab,
  "Shift-Tab": (state, dispatch) => state.selection.$from.parent.type === schema.nodes.cell && backward(state, dispatch),
  "Mod-z": here(undo),
  "Mod-Shift-z": here(redo),
  "Mod-y": here(redo),
  "Mod-a": selectAll,
};

/** A chart in the text: its picture as it will be drawn, and its caption to write in. */
class Figure implements NodeView {
  dom = document.createElement("div");
  contentDOM = document.createElement("div");
  readonly #paper = document.createElement("div");
  readonly #picture: Picture;
  #chart: string;

  constructor(node: Node, picture: Picture) {
    this.#picture = picture;
    this.#chart = String(node.attrs["chart"]);
    this.dom.className = "figure";
    this.#paper.className = "chart";
    this.#paper.contentEditable = "false";
    this.#paper.role = "img";
    this.#paper.ariaLabel = `Chart: ${this.#chart}`;
    this.dom.append(this.#paper, this.contentDOM);
    void this.#draw();
  }

  update(node: Node): boolean {
    if (node.type !== schema.nodes.figure) return false;
    if (node.attrs["chart"] !== this.#chart) {
      this.#chart = String(node.attrs["chart"]);
      void this.#draw();
    }
    return true;
  }

  ignoreMutation(mutation: MutationRecord | { type: "selection"; target: globalThis.Node }): boolean {
    return mutation.type !== "selection" && !this.contentDOM.contains(mutation.target);
  }

  async #draw(): Promise<void> {
    const chart = this.#chart;
    const drawn = await this.#picture(chart);
    if (!drawn || chart !== this.#chart) return;
    this.#paper.replaceChildren(drawn.root);
    this.#paper.ariaLabel = drawn.alt;
  }
}
