package im.monarch.passport.login;

import im.monarch.domain.tickets.Challenge;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Reads {@code Passport1.4 OrgVerb=GET,OrgURL=...,sign-in=...,pwd=...,<challenge>} in all the forms
 * that clients send (notes, 5.4).
 *
 * <p>Some clients escape nothing, so a password can contain commas. A comma therefore ends a value
 * only where one of the keys in {@link #KEYS} follows for the first time, and the challenge begins
 * at the last {@code lc=}. What cannot be decided: an unescaped password that contains a comma and
 * such a key which did not stand before it, or a percent sign and two hex digits. Any other arrives
 * whole.
 */
final class AuthorizationParser {

  private static final Pattern SCHEME =
      Pattern.compile("^\\s*(?:Passport1\\.4(?:\\s+|$))+", Pattern.CASE_INSENSITIVE);

  /** What ends the value before it. The other keys of a challenge are part of {@code lc}. */
  private static final Pattern KEYS =
      Pattern.compile(
          "(?:^|,)[ \t]*(sign-in|pwd|lc|tname|elapsed-time|OrgVerb|OrgURL)=",
          Pattern.CASE_INSENSITIVE);

  private AuthorizationParser() {}

  /**
   * Never throws.
   *
   * @param headers the values of all Authorization headers, one character per byte
   */
  static Authorization parse(List<String> headers) {
    return headers.stream()
        .filter(header -> SCHEME.matcher(header).find())
        .map(header -> fields(SCHEME.matcher(header).replaceFirst("").strip()))
        .map(AuthorizationParser::read)
        .findFirst()
        .orElseGet(Authorization.Nobody::new);
  }

  private static Authorization read(Map<String, String> fields) {
    if (!fields.containsKey("sign-in") || !fields.containsKey("pwd")) {
      return new Authorization.Nobody();
    }
    return new Authorization.Credentials(
        Typed.text(fields.get("sign-in")).strip(),
        Typed.text(fields.get("pwd")),
        Challenge.nonce("lc=" + fields.getOrDefault("lc", "")));
  }

  /** Values by key in lower case, from where the key stands to where the next one does. */
  private static Map<String, String> fields(String text) {
    var fields = new HashMap<String, String>();
    var starts = starts(KEYS.matcher(text).results().toList());
    for (int i = 0; i < starts.size(); i++) {
      int end = i + 1 < starts.size() ? starts.get(i + 1).start() : text.length();
      fields.put(key(starts.get(i)), text.substring(starts.get(i).end(), end));
    }
    return fields;
  }

  /** One of each key: where others of the same name stand, they are part of a value. */
  private static List<MatchResult> starts(List<MatchResult> matches) {
    var chosen = new HashMap<String, MatchResult>();
    matches.forEach(
        match -> chosen.merge(key(match), match, (a, b) -> key(a).equals("lc") ? b : a));
    return matches.stream().filter(chosen::containsValue).toList();
  }

  private static String key(MatchResult match) {
    return match.group(1).toLowerCase(Locale.ROOT);
  }
}
