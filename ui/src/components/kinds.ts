// The sign of each kind of claim.
import Activity from "@lucide/svelte/icons/activity";
import Banknote from "@lucide/svelte/icons/banknote";
import BookOpen from "@lucide/svelte/icons/book-open";
import Calendar from "@lucide/svelte/icons/calendar";
import CalendarRange from "@lucide/svelte/icons/calendar-range";
import ChartLine from "@lucide/svelte/icons/chart-line";
import CloudSun from "@lucide/svelte/icons/cloud-sun";
import Crosshair from "@lucide/svelte/icons/crosshair";
import FileInput from "@lucide/svelte/icons/file-input";
import FileText from "@lucide/svelte/icons/file-text";
import Fingerprint from "@lucide/svelte/icons/fingerprint-pattern";
import Gavel from "@lucide/svelte/icons/gavel";
import Hash from "@lucide/svelte/icons/hash";
import Landmark from "@lucide/svelte/icons/landmark";
import Mailbox from "@lucide/svelte/icons/mailbox";
import Megaphone from "@lucide/svelte/icons/megaphone";
import MessageSquare from "@lucide/svelte/icons/message-square";
import Percent from "@lucide/svelte/icons/percent";
import Quote from "@lucide/svelte/icons/quote";
import Reply from "@lucide/svelte/icons/reply";
import Scale from "@lucide/svelte/icons/scale";
import Share from "@lucide/svelte/icons/share-2";
import Shield from "@lucide/svelte/icons/shield";
import Sparkles from "@lucide/svelte/icons/cpu";
import Trophy from "@lucide/svelte/icons/trophy";
import User from "@lucide/svelte/icons/user-round";
import Verified from "@lucide/svelte/icons/badge-check";
import Wrench from "@lucide/svelte/icons/wrench";
import Zap from "@lucide/svelte/icons/zap";
import type { ClaimKind } from "../api/client";
import type { Icon } from "./icon";

export const kindIcons: Record<ClaimKind, Icon> = {
  count: Hash, amount: Banknote, rate: Percent, period: CalendarRange, date: Calendar, party: User, attribution: Fingerprint, act: Zap,
  method: Wrench, capability: Sparkles, technique: Crosshair, measure: Landmark, response: Reply, verification: Verified,
  superlative: Trophy, "legal-word": Gavel, disclosure: Megaphone, recipient: Mailbox, statement: MessageSquare, quotation: Quote,
  sharing: Share, safety: Shield, terms: FileText, definition: BookOpen, effect: Activity, market: ChartLine, opinion: Scale,
  forecast: CloudSun, provenance: FileInput,
};
