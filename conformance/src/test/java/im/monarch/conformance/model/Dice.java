package im.monarch.conformance.model;

import im.monarch.conformance.model.Step.Leave;
import im.monarch.conformance.model.Step.Say;
import im.monarch.conformance.model.Step.SignIn;
import im.monarch.conformance.model.Step.Syn;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;

/** Throws the next step: anything, but more often what people do than what they do not. */
final class Dice {

  private static final List<String> DIALECTS = List.of("MSNP8", "MSNP9");
  private static final List<String> STATES =
      List.of("NLN", "NLN", "HDN", "HDN", "BSY", "IDL", "BRB", "AWY", "PHN", "LUN");
  private static final List<String> CLIENT_IDS = List.of("0", "268435500", "4294967295");
  private static final List<String> NAMES =
      List.of("Ann", "B%20B", "%c3%84nn", "\"x\"", "%0D%0AOUT", "n".repeat(387));
  private static final List<String> GROUP_NAMES =
      List.of("Friends", "%46riends", "Work", "W%20W", "Family", "Other%20Contacts");
  private static final List<String> LONG_GROUP_NAMES = List.of("g".repeat(62), "h".repeat(127));
  private static final List<String> KEYS = List.of("PHH", "PHW", "PHM", "MOB");
  private static final List<String> VALUES = List.of("1", "2%20(3)", "Y", "4".repeat(95));
  private static final List<String> LISTS = List.of("FL", "FL", "FL", "AL", "AL", "BL");

  /** What hangs up. */
  private static final List<Function<String, Say>> LAST_WORDS =
      List.of(
          who -> new Say(who, "ADD", "RL", "@a", "Ann"),
          who -> new Say(who, "REM", "RL", "@b"),
          who -> new Say(who, "ADD", "FL", "@a", "n".repeat(388)),
          who -> new Say(who, "REA", "@" + who, "n".repeat(388)),
          who -> new Say(who, "ADG", "g".repeat(128)),
          who -> new Say(who, "REG", "1", "g".repeat(128), "0"),
          who -> new Say(who, "RMG", "30"),
          who -> new Say(who, "PRP", "HOME", "1"),
          who -> new Say(who, "PRP", "PHH", "1".repeat(96)),
          who -> new Say(who, "GTC", "X"),
          who -> new Say(who, "BLP", "FL"),
          who -> new Say(who, "CHG", "XYZ", "0"),
          who -> new Say(who, "LST", "FL"),
          who -> new Say(who, "ADD", "AL", "@b", "Ben", "0"));

  private final Random random;
  private final Society society;
  private final Cast cast;
  private final TreeMap<Integer, Function<String, Step>> table = new TreeMap<>();

  Dice(long seed, Society society, Cast cast) {
    this.random = new Random(seed);
    this.society = society;
    this.cast = cast;
    fillTable();
  }

  private void fillTable() {
    chance(14, who -> new Say(who, "CHG", appearance(who)));
    chance(1, who -> new Say(who, "CHG", "FLN", "0"));
    chance(22, who -> new Say(who, "ADD", addition()));
    chance(18, who -> new Say(who, "REM", removal()));
    chance(5, who -> new Say(who, "ADG", groupName(), "0"));
    chance(3, who -> new Say(who, "RMG", group()));
    chance(3, who -> new Say(who, "REG", group(), groupName(), "0"));
    chance(4, who -> new Say(who, "REA", "@" + who, any(NAMES)));
    chance(4, who -> new Say(who, "REA", anybody(), any(NAMES)));
    chance(7, who -> new Say(who, "PRP", property()));
    chance(2, who -> new Say(who, "GTC", any(List.of("A", "N"))));
    chance(6, who -> new Say(who, "BLP", any(List.of("AL", "BL"))));
    chance(6, who -> new Syn(who, any(List.of(0, 0, -1, 1, Step.Syn.NOTHING))));
    chance(3, who -> new Leave(who, random.nextBoolean()));
    chance(2, who -> new SignIn(who, any(DIALECTS)));
    chance(1, who -> any(LAST_WORDS).apply(who));
  }

  private void chance(int weight, Function<String, Step> step) {
    table.put(total() + weight, step);
  }

  private int total() {
    return table.isEmpty() ? 0 : table.lastKey();
  }

  /** Somebody does something; mostly they sign in, ask for the list and show up first. */
  Step next() {
    var who = any(cast.players());
    var session = society.session(cast.handle(who));
    if (session.isEmpty()) {
      return new SignIn(who, any(DIALECTS));
    }
    if (!session.get().listed && random.nextInt(3) == 0) {
      return new Syn(who, any(List.of(0, Step.Syn.NOTHING)));
    }
    if (!session.get().announced && random.nextInt(3) == 0) {
      return new Say(who, "CHG", appearance(who));
    }
    return table.higherEntry(random.nextInt(total())).getValue().apply(who);
  }

  private String[] appearance(String who) {
    boolean pictures = society.session(cast.handle(who)).map(Session::hasPictures).orElse(false);
    return switch (random.nextInt(pictures ? 4 : 2)) {
      case 0 -> new String[] {any(STATES)};
      case 1 -> new String[] {any(STATES), any(CLIENT_IDS)};
      case 2 -> new String[] {any(STATES), any(CLIENT_IDS), "0"};
      default -> new String[] {any(STATES), any(CLIENT_IDS), "%3Cmsnobj%2F%3E"};
    };
  }

  private String[] addition() {
    var list = any(LISTS);
    boolean grouped = list.equals("FL") && random.nextInt(3) > 0;
    return grouped
        ? new String[] {list, anybody(), any(NAMES), group()}
        : new String[] {list, anybody(), any(NAMES)};
  }

  private String[] removal() {
    var list = any(LISTS);
    boolean grouped = list.equals("FL") && random.nextInt(3) == 0;
    return grouped ? new String[] {list, anybody(), group()} : new String[] {list, anybody()};
  }

  private String[] property() {
    var key = random.nextInt(12) == 0 ? any(List.of("MBE", "phh", "XYZ")) : any(KEYS);
    return random.nextInt(4) == 0 ? new String[] {key} : new String[] {key, any(VALUES)};
  }

  /** Mostly one of those who play; sometimes oneself, by chance. */
  private String anybody() {
    return switch (random.nextInt(16)) {
      case 0 -> "@" + Cast.ABSENT;
      case 1 -> "@" + Cast.GHOST;
      case 2 -> "a@b";
      default -> "@" + any(cast.players());
    };
  }

  private String group() {
    return String.valueOf(random.nextInt(12) == 0 ? 29 : random.nextInt(5));
  }

  private String groupName() {
    return any(random.nextInt(10) == 0 ? LONG_GROUP_NAMES : GROUP_NAMES);
  }

  private <T> T any(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
