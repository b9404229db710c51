/* A person's hand outside the window: drags files out of a small window of its own, or keeps a text on the clipboard.

     hand drag PATH...      a square to drag the files from; prints its place, then "taken", "refused" when the drag ends
     hand clipboard         keeps the text of standard input; prints "kept"
     hand close WINDOW      presses the close button that a window manager would draw on this window

   The first two run until they are ended. */

#include <gdk/gdkx.h>
#include <gtk/gtk.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char **uris;

static void say(const char *text) {
  puts(text);
  fflush(stdout);
}

static void give(GtkWidget *widget, GdkDragContext *drag, GtkSelectionData *data, guint info, guint time, gpointer user) {
  gtk_selection_data_set_uris(data, uris);
}

static void ended(GtkWidget *widget, GdkDragContext *drag, gpointer user) {
  say(gdk_drag_context_get_dest_window(drag) ? "taken" : "refused");
}

static gboolean shown(GtkWidget *widget, GdkEvent *event, gpointer user) {
  int x, y;
  gdk_window_get_origin(gtk_widget_get_window(widget), &x, &y);
  printf("at %d %d\n", x + 20, y + 20);
  fflush(stdout);
  return FALSE;
}

static int drag(int count, char **paths) {
  uris = g_new0(char *, count + 1);
  for (int n = 0; n < count; n++) uris[n] = g_filename_to_uri(paths[n], NULL, NULL);
  GdkRectangle area;
  gdk_monitor_get_geometry(gdk_display_get_monitor(gdk_display_get_default(), 0), &area);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_POPUP);
  gtk_window_set_default_size(GTK_WINDOW(window), 40, 40);
  gtk_window_move(GTK_WINDOW(window), area.width - 60, area.height - 60);
  GtkTargetEntry target = {"text/uri-list", 0, 0};
  gtk_drag_source_set(window, GDK_BUTTON1_MASK, &target, 1, GDK_ACTION_COPY);
  g_signal_connect(window, "drag-data-get", G_CALLBACK(give), NULL);
  g_signal_connect(window, "drag-end", G_CALLBACK(ended), NULL);
  g_signal_connect(window, "map-event", G_CALLBACK(shown), NULL);
  gtk_widget_show_all(window);
  gtk_main();
  return 0;
}

static int clipboard(void) {
  GString *text = g_string_new(NULL);
  for (int c = getchar(); c != EOF; c = getchar()) g_string_append_c(text, (char)c);
  gtk_clipboard_set_text(gtk_clipboard_get(GDK_SELECTION_CLIPBOARD), text->str, -1);
  say("kept");
  gtk_main();
  return 0;
}

static int close_window(const char *number) {
  Display *display = gdk_x11_display_get_xdisplay(gdk_display_get_default());
  XEvent event = {0};
  event.xclient.type = ClientMessage;
  event.xclient.window = strtoul(number, NULL, 10);
  event.xclient.message_type = XInternAtom(display, "WM_PROTOCOLS", False);
  event.xclient.format = 32;
  event.xclient.data.l[0] = XInternAtom(display, "WM_DELETE_WINDOW", False);
  event.xclient.data.l[1] = CurrentTime;
  XSendEvent(display, event.xclient.window, False, NoEventMask, &event);
  XSync(display, False);
  say("asked");
  return 0;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  if (argc > 2 && !strcmp(argv[1], "drag")) return drag(argc - 2, argv + 2);
  if (argc == 2 && !strcmp(argv[1], "clipboard")) return clipboard();
  if (argc == 3 && !strcmp(argv[1], "close")) return close_window(argv[2]);
  fputs("usage: hand drag PATH... | hand clipboard | hand close WINDOW\n", stderr);
  return 2;
}
