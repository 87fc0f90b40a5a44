package im.monarch.conformance.model;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Somebody who is signed in, and what their client has been told so far. */
final class Session {

  final String dialect;

  /** Whether the account was taken over from a session that may still be seen (7.5). */
  final boolean inherited;

  /** Whether there was a SYN: before it nobody hears of changes to a list they do not have. */
  boolean listed;

  /** Whether there was a CHG: before it nobody sees, nor is seen. */
  boolean announced;

  String state = "HDN";
  String clientId = "0";
  Optional<String> picture = Optional.empty();

  /** Who is on the screen: handle, and what the line about them said. */
  final Map<String, String> shown = new TreeMap<>();

  /** What followers who are on no list of the user's are called in the list. */
  final Map<String, String> followers = new TreeMap<>();

  /** Numbers of people on FL, as far as they let the user know. */
  final Map<String, NavigableMap<String, String>> numbers = new TreeMap<>();

  Session(String dialect, boolean inherited) {
    this.dialect = dialect;
    this.inherited = inherited;
  }

  boolean isOpen() {
    return announced && !state.equals("HDN");
  }

  boolean hasPictures() {
    return dialect.equals("MSNP9");
  }

  /** Behind NLN and its like: {@code NLN alice@example.com Alice 0}, as {@code viewer} reads it. */
  String appearance(Account who, Session viewer) {
    var line = state + ' ' + who.handle + ' ' + who.name + ' ' + clientId;
    return picture.filter(p -> viewer.hasPictures()).map(p -> line + ' ' + p).orElse(line);
  }
}
