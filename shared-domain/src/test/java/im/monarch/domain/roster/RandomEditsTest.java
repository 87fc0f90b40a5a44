package im.monarch.domain.roster;

import static im.monarch.domain.roster.Notation.handle;
import static im.monarch.protocol.vocabulary.ContactList.RL;
import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.domain.roster.RosterRules.Outcome;
import im.monarch.protocol.vocabulary.ContactList;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules against the naive book: whatever is done in whatever order, both say the same. */
class RandomEditsTest {

  private static final int STEPS = 5_000;
  private static final List<String> PEOPLE = List.of("bob", "carol", "dan", "eve", "fay", "nobody");
  private static final List<String> LISTS = List.of("FL", "FL", "FL", "AL", "BL");
  private static final List<String> GROUPS = List.of("Alpha", "Beta", "Gamma", "elevenbytes");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void theRulesAgreeWithTheNaiveBook(long seed) {
    var random = new Random(seed);
    var naive = new NaiveBook();
    var book = Notation.after(Notation.after(Notation.roster("-"), "RMG 1"), "RMG 3");
    naive.version = book.version().number();
    var said = new ArrayList<String>();

    for (int step = 0; step < STEPS; step++) {
      if (random.nextInt(8) == 0) {
        book = toggleReverse(book, naive, one(PEOPLE.subList(0, 5), random));
      }
      var line = line(random);
      said.add(line);
      var outcome = Notation.apply(book, line);
      if (outcome instanceof Outcome.Changed(var after)) {
        book = after;
      }

      assertThat(answer(outcome)).as("seed %s: %s", seed, said).isEqualTo(naive.apply(line));
      assertThat(text(book)).as("seed %s: %s", seed, said).isEqualTo(naive.text());
    }
  }

  /** Somebody else adds or removes the owner. */
  private static Roster toggleReverse(Roster book, NaiveBook naive, String who) {
    boolean now = naive.reverse.add(who);
    if (!now) {
      naive.reverse.remove(who);
    }
    var contacts = new TreeMap<>(book.contacts());
    var held = contacts.remove(handle(who));
    var lists = EnumSet.noneOf(ContactList.class);
    if (held != null) {
      lists.addAll(held.lists());
      lists.remove(RL);
    }
    if (now) {
      lists.add(RL);
    }
    if (held == null) {
      contacts.put(handle(who), Contact.onlyOnRl(handle(who), Notation.ownName(who)));
    } else if (!lists.isEmpty()) {
      contacts.put(handle(who), held.with(lists, held.groups()));
    }
    return new Roster(
        book.owner(),
        book.name(),
        book.version(),
        book.privacy(),
        book.prompt(),
        book.properties(),
        book.groups(),
        contacts);
  }

  private static String line(Random random) {
    var who = one(PEOPLE, random);
    int group = random.nextInt(5);
    return switch (random.nextInt(28)) {
      case 0, 1, 2, 3, 4 -> "ADD " + one(LISTS, random) + ' ' + who + " Nick" + group;
      case 5, 6, 7, 8 -> "ADD FL " + who + " Nick" + group + ' ' + group;
      case 9, 10, 11 -> "REM " + one(LISTS, random) + ' ' + who;
      case 12, 13, 14 -> "REM FL " + who + ' ' + group;
      case 15, 16 -> "ADG " + one(GROUPS, random);
      case 17 -> "RMG " + group;
      case 18 -> "REG " + group + ' ' + one(GROUPS, random);
      case 19 -> "REA " + who + " Known" + group;
      case 20 -> "REA Own" + group;
      case 21 -> "BLP " + one(List.of("AL", "BL"), random);
      case 25, 26 -> "JUDGE " + one(List.of("AL", "BL"), random) + ' ' + who;
      case 23, 24 -> "JOIN " + who + ' ' + (1 + random.nextInt(4));
      case 22 -> "GTC " + one(List.of("A", "N"), random);
      default -> "PRP PHH" + one(List.of("", " 1", " 2"), random);
    };
  }

  private static String one(List<String> words, Random random) {
    return words.get(random.nextInt(words.size()));
  }

  private static String answer(Outcome outcome) {
    return outcome instanceof Outcome.Refused(var reason) ? reason.name() : "OK";
  }

  private static String text(Roster book) {
    return String.join(
        " | ",
        List.of(
            book.version().toString(),
            book.name().escaped(),
            book.privacy().name(),
            book.prompt().name(),
            book.properties().toString(),
            Notation.groups(book),
            Notation.text(book.contacts())));
  }
}
