package im.monarch.domain.roster;

import static im.monarch.domain.roster.Notation.after;
import static im.monarch.domain.roster.Notation.roster;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.protocol.vocabulary.Handle;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransitionsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # before                               | edit             | what it means to others
          bob:B RL                               | ADD BL bob B     | conceals bob
          bob:B RL                               | ADD AL bob B     | -
          bob:B BL RL                            | REM BL bob       | reveals bob
          bob:B BL                               | REM BL bob       | -
          bob:B AL RL                            | REM AL bob       | -
          b:B AL RL; c:C RL; d:D BL RL; e:E AL   | BLP BL           | conceals c
          bob:B RL                               | ADD FL bob B     | adds bob
          bob:B FL 0                             | ADD FL bob B 1   | -
          bob:B FL RL 0                          | REM FL bob       | removes bob
          b:B FL 1; c:C FL 1,3; d:D FL RL 1      | RMG 1            | removes b d
          bob:B FL RL 0                          | ARRANGE bob BL - | conceals bob; removes bob
          bob:B BL RL                            | ARRANGE bob FL - | reveals bob; adds bob
          bob:B FL RL 0                          | REA bob Bobby    | -
          """)
  void changesMatterToOthers(String before, String edit, String expected) {
    var book = roster(before);

    var transitions = Transitions.between(book, after(book, edit));

    assertThat(text(transitions)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # before                               | edit             | what it means to others
          bob:B RL                               | ADD AL bob B     | reveals bob
          bob:B RL                               | ADD BL bob B     | -
          bob:B AL RL                            | REM AL bob       | conceals bob
          bob:B BL RL                            | REM BL bob       | -
          b:B AL RL; c:C RL; d:D BL RL; e:E AL   | BLP AL           | reveals c
          """)
  void privacyTurnsTheQuestionAround(String before, String edit, String expected) {
    var book = after(roster(before), "BLP BL");

    var transitions = Transitions.between(book, after(book, edit));

    assertThat(text(transitions)).isEqualTo(expected);
  }

  private static String text(Transitions transitions) {
    var text =
        Stream.of(
                text("reveals", transitions.revealed()),
                text("conceals", transitions.concealed()),
                text("adds", transitions.added()),
                text("removes", transitions.removed()))
            .filter(part -> !part.isEmpty())
            .collect(joining("; "));
    return text.isEmpty() ? "-" : text;
  }

  private static String text(String verb, Set<Handle> handles) {
    return handles.stream()
        .map(handle -> ' ' + handle.address().replaceFirst("@.*", ""))
        .collect(
            Collectors.collectingAndThen(joining(), names -> names.isEmpty() ? "" : verb + names));
  }

  static Set<Handle> handles(String names) {
    return names.equals("-")
        ? Set.of()
        : Arrays.stream(names.split(" ", -1)).map(Notation::handle).collect(Collectors.toSet());
  }
}
