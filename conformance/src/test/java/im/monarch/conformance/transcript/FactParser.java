package im.monarch.conformance.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what stands behind {@code given}. Names are plain text, as a person would write them. */
final class FactParser {

  private static final Pattern ACCOUNT =
      Pattern.compile("account (\\S+) \"([^\"]*)\" password \"([^\"]*)\"( legacy \"([^\"]*)\")?");
  private static final Pattern VERSION = Pattern.compile("(\\S+) has list version (\\d+)");
  private static final Pattern SHUTDOWN = Pattern.compile("shutdown in (\\d+) minutes");
  private static final Pattern LISTS =
      Pattern.compile(
          "(?<owner>\\S+) lists (?<contact>\\S+)(?<lists>( (FL|AL|BL))*)"
              + "( groups(?<groups>( (\"[^\"]*\"|(?!nickname)\\S+))+))?"
              + "( nickname \"(?<nickname>[^\"]*)\")?");
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  private FactParser() {}

  static Optional<Fact> parse(String text) {
    var account = ACCOUNT.matcher(text);
    if (account.matches()) {
      var legacy = Optional.ofNullable(account.group(5));
      return Optional.of(
          new Fact.Account(account.group(1), account.group(2), account.group(3), legacy));
    }
    var version = VERSION.matcher(text);
    if (version.matches()) {
      var number = Long.parseLong(version.group(2));
      return Optional.of(new Fact.ListVersion(version.group(1), number));
    }
    var shutdown = SHUTDOWN.matcher(text);
    if (shutdown.matches()) {
      return Optional.of(new Fact.ShutdownSoon(Integer.parseInt(shutdown.group(1))));
    }
    var lists = LISTS.matcher(text);
    return lists.matches() ? Optional.of(lists(lists)) : Optional.empty();
  }

  private static Fact lists(Matcher found) {
    return new Fact.Lists(
        found.group("owner"),
        found.group("contact"),
        words(found.group("lists")),
        words(found.group("groups")),
        Optional.ofNullable(found.group("nickname")));
  }

  private static List<String> words(String text) {
    var words = new ArrayList<String>();
    var word = WORD.matcher(text == null ? "" : text);
    while (word.find()) {
      words.add(word.group(1) == null ? word.group(2) : word.group(1));
    }
    return words;
  }
}
