package im.monarch.conformance.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.monarch.conformance.transcript.Statement.Arrange;
import im.monarch.conformance.transcript.Statement.Closes;
import im.monarch.conformance.transcript.Statement.Hears;
import im.monarch.conformance.transcript.Statement.HearsClose;
import im.monarch.conformance.transcript.Statement.Opens;
import im.monarch.conformance.transcript.Statement.Says;
import im.monarch.conformance.transcript.Statement.Scene;
import im.monarch.conformance.transcript.Statement.SendsRaw;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TranscriptReaderTest {

  @Test
  void aTranscriptWithoutASourceIsRefused() {
    assertThatThrownBy(() -> TranscriptReader.withoutLibrary().read("t.txt", "alice opens ns\n"))
        .hasMessageContaining("t.txt: no '# source:' line");
  }

  @Test
  void aLineNobodyCanReadIsNamed() {
    assertThatThrownBy(() -> read("alice opens ns\nalice sings"))
        .hasMessage("t.txt:3: cannot read: 'alice sings'");
  }

  @Test
  void aBlankAtTheEndOfALineIsRefused() {
    assertThatThrownBy(() -> read("alice opens ns\nC: CVQ 1 "))
        .hasMessageContaining("t.txt:3: a blank at the end is invisible");
  }

  @Test
  void aContinuationIsTheNextWord() {
    assertThat(texts("alice opens ns\nS: CVR 2 6.0.0602\n.. http://messenger.msn.com"))
        .containsExactly("CVR 2 6.0.0602 http://messenger.msn.com");
  }

  @Test
  void aContinuationThatBeginsWithAnEscapedBlankGoesOnInTheSameWord() {
    assertThat(texts("alice opens ns\nS: NLN a 0 %3Cmsnobj\n.. %20Size%3D%221%22%2F%3E"))
        .containsExactly("NLN a 0 %3Cmsnobj%20Size%3D%221%22%2F%3E");
  }

  @Test
  void whoeverWasNamedLastIsMeant() {
    var statements = read("alice opens ns\nbob opens ds\nS: 1\nalice@ns S: 2\nS: 3\nbob@ds\nS: 4");

    assertThat(statements)
        .filteredOn(Hears.class::isInstance)
        .extracting(each -> ((Hears) each).connection())
        .containsExactly("bob@ds", "alice@ns", "alice@ns", "bob@ds");
  }

  @Test
  void aConnectionMayHaveANameOfItsOwnAndAnAddressHeardBefore() {
    assertThat(read("alice opens sb {address} as sb2"))
        .containsExactly(new Opens(at(2), "alice@sb2", "sb", Optional.of("{address}")));
  }

  @Test
  void theSourcesOwnWordsForLeavingAreUnderstood() {
    var statements =
        read(
            """
            alice opens ns
            Client disconnects from server, since it sees that it is too old.
            Server disconnects client.
            """);

    assertThat(statements.subList(1, 3))
        .containsExactly(new Closes(at(3), "alice@ns"), new HearsClose(at(4), "alice@ns"));
  }

  @Test
  void rawBytesAreUnescaped() {
    assertThat(read("alice opens ns\nC raw: \\xff\\0\\r\\n\\\\").getLast())
        .isEqualTo(new SendsRaw(at(3), "alice@ns", "\u00ff\0\r\n\\"));
  }

  @Test
  void payloadLinesBelongToTheLineAboveThem() {
    var says = (Says) read("alice opens ns\nC: MSG 1 N {len}\n  |a\n  |\nS: ACK 1").get(1);

    assertThat(says.payload())
        .isEqualTo(
            new Payload.Lines(List.of(new Payload.Line(at(4), "a"), new Payload.Line(at(5), ""))));
  }

  @Test
  void eachMakesOneTranscriptPerValue() {
    var text =
        "# source: nowhere\neach $server of ds ns\neach $d of MSNP8 MSNP9\nalice opens $server";

    assertThat(TranscriptReader.withoutLibrary().read("t.txt", text))
        .extracting(Transcript::name)
        .containsExactly(
            "t.txt [MSNP8, ds]", "t.txt [MSNP9, ds]", "t.txt [MSNP8, ns]", "t.txt [MSNP9, ns]");
  }

  @Test
  void aMacroIsPlayedWithItsArguments() {
    var macro =
        Macro.of(Script.read("m.txt", "macro $who signs in $dialect\n$who opens ns\nC: $dialect"));
    var reader = new TranscriptReader(List.of(macro), name -> name);

    var played = reader.read("t.txt", "# source: nowhere\nalice signs in MSNP9\nC: OUT");

    var scene = (Scene) played.getFirst().statements().getFirst();
    assertThat(((Says) scene.statements().get(1)).text()).isEqualTo("MSNP9");
    assertThat(((Says) played.getFirst().statements().get(1)).connection()).isEqualTo("alice@ns");
  }

  @Test
  void factsAreReadWithTheirQuotedNames() {
    var lines =
        read(
            """
            given account a@b.c "Alice A" password "p w"
            given account d@e.f "Dave" password "p w" legacy "tu lip"
            given a@b.c lists d@e.f FL AL groups Friends "Old Friends" nickname "Bob B"
            given a@b.c lists d@e.f
            given a@b.c has list version 15
            given shutdown in 5 minutes
            """);

    assertThat(lines)
        .extracting(each -> ((Arrange) each).fact())
        .containsExactly(
            new Fact.Account("a@b.c", "Alice A", "p w"),
            new Fact.Account("d@e.f", "Dave", "p w", Optional.of("tu lip")),
            new Fact.Lists(
                "a@b.c",
                "d@e.f",
                List.of("FL", "AL"),
                List.of("Friends", "Old Friends"),
                Optional.of("Bob B")),
            new Fact.Lists("a@b.c", "d@e.f", List.of(), List.of(), Optional.empty()),
            new Fact.ListVersion("a@b.c", 15),
            new Fact.ShutdownSoon(5));
  }

  @Test
  void theServerItNeedsIsPartOfATranscript() {
    var text =
        """
        # source: nowhere
        given server {"notification":
        .. {"pingSeconds": 45}}
        alice opens ns
        """;

    assertThat(TranscriptReader.withoutLibrary().read("t.txt", text).getFirst().server())
        .contains("{\"notification\": {\"pingSeconds\": 45}}");
  }

  private static List<String> texts(String lines) {
    return read(lines).stream()
        .filter(Hears.class::isInstance)
        .map(each -> ((Hears) each).text())
        .toList();
  }

  /** The statements of a transcript; {@code lines} begin at line 2. */
  private static List<Statement> read(String lines) {
    return TranscriptReader.withoutLibrary()
        .read("t.txt", "# source: nowhere\n" + lines)
        .getFirst()
        .statements();
  }

  private static Place at(int line) {
    return new Place("t.txt", line);
  }
}
