package im.monarch.conformance.robustness;

import im.monarch.conformance.Transcripts;
import im.monarch.conformance.transcript.Payload;
import im.monarch.conformance.transcript.Statement;
import im.monarch.conformance.transcript.Transcript;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What clients say in the transcripts, connection by connection: every new transcript makes the
 * mutations richer.
 *
 * @param beforeSigningIn whole dialogues, tickets included that nobody will take
 * @param signedIn what follows the ticket in those that have one
 */
record Corpus(List<List<String>> beforeSigningIn, List<List<String>> signedIn) {

  private static final Pattern HOLE = Pattern.compile("\\{[^{}]*}");
  private static final Pattern TICKET = Pattern.compile("USR \\d+ TWN S .*", Pattern.DOTALL);
  private static final String NEWLINE = "\r\n";

  static Corpus ofTranscripts() {
    var whole = new ArrayList<List<String>>();
    var signedIn = new ArrayList<List<String>>();
    for (var transcript : Transcripts.library().transcripts()) {
      for (var lines : connections(transcript)) {
        whole.add(lines);
        var rest = behindTheTicket(lines);
        if (!rest.isEmpty()) {
          signedIn.add(rest);
        }
      }
    }
    return new Corpus(whole.stream().distinct().toList(), signedIn.stream().distinct().toList());
  }

  static List<String> any(List<List<String>> dialogues, Random random) {
    return dialogues.get(random.nextInt(dialogues.size()));
  }

  private static List<String> behindTheTicket(List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      if (TICKET.matcher(lines.get(i)).matches()) {
        return lines.subList(i + 1, lines.size());
      }
    }
    return List.of();
  }

  private static List<List<String>> connections(Transcript transcript) {
    var dialogues = new ArrayList<List<String>>();
    collect(transcript.statements(), new HashMap<>(), dialogues);
    return dialogues;
  }

  /**
   * @param open the dialogue of each connection, by its name
   */
  private static void collect(
      List<Statement> statements, Map<String, List<String>> open, List<List<String>> dialogues) {
    for (var statement : statements) {
      switch (statement) {
        case Statement.Scene scene -> collect(scene.statements(), open, dialogues);
        case Statement.Opens opens -> {
          open.put(opens.connection(), new ArrayList<>());
          dialogues.add(open.get(opens.connection()));
        }
        case Statement.Says says ->
            open.get(says.connection())
                .add(withoutHoles(says.text() + NEWLINE + text(says.payload())));
        case Statement.SendsRaw raw -> open.get(raw.connection()).add(withoutHoles(raw.text()));
        default -> {}
      }
    }
  }

  private static String withoutHoles(String text) {
    return HOLE.matcher(text).replaceAll("x");
  }

  private static String text(Payload payload) {
    return switch (payload) {
      case Payload.None none -> "";
      case Payload.Anything anything -> "";
      case Payload.Lines text -> joined(text.lines(), NEWLINE);
      case Payload.Raw raw -> joined(raw.lines(), "");
    };
  }

  private static String joined(List<Payload.Line> lines, String joint) {
    return lines.stream().map(Payload.Line::text).collect(Collectors.joining(joint));
  }
}
