package im.monarch.dispatch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.domain.clients.ClientCatalogue;
import im.monarch.domain.clients.ClientEntry;
import im.monarch.domain.nodes.Admission.Admitted;
import im.monarch.domain.nodes.Admission.Declined;
import im.monarch.domain.nodes.Handoff;
import im.monarch.protocol.command.DsMessage;
import im.monarch.protocol.command.DsRequest;
import im.monarch.protocol.dialect.Dialects;
import im.monarch.protocol.dialect.Reading;
import im.monarch.protocol.frame.FrameDecoder;
import im.monarch.protocol.frame.FrameLimits;
import im.monarch.protocol.frame.MalformedFrameException;
import im.monarch.protocol.frame.PayloadVerbs;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.protocol.vocabulary.HostPort;
import im.monarch.runtime.connection.Peer;
import im.monarch.runtime.connection.Step;
import im.monarch.runtime.reception.Reception;
import im.monarch.runtime.reception.Reception.VerReply;
import im.monarch.runtime.reception.Referral;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DsConversationTest {

  private static final String CVR = "0x0409 winnt 5.1 i386 MSNMSGR 6.0.0602 MSMSGS a@b.com";
  private static final String RELEASE = "6.0.0602 6.0.0602 6.0.0602 dl page";

  private final KnownNodes nodes =
      new KnownNodes().with("a", 0, new Admitted(new HostPort("10.0.0.5", 1863)));
  private final DsConversation conversation = conversation(nodes);

  /** State, what is heard, what is said, next state; a dialect's name is the state after VER. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          connected | VER 1 MSNP9 MSNP8 CVR0      | VER 1 MSNP9              | MSNP9
          connected | VER 1 MSNP99 MSNP8 CVR0     | VER 1 MSNP8              | MSNP8
          connected | VER 0 msnp8                 | VER 0 MSNP8              | MSNP8
          connected | VER 1 MSNP13 CVR0           | VER 1 CVR0               | CVR0
          connected | VER 1 FOO                   | VER 1 0                  | ended
          connected | VER 1                       | VER 1 0                  | ended
          connected | VER                         | ''                       | ended
          connected | VER x MSNP9                 | ''                       | ended
          connected | OUT                         | OUT                      | ended
          connected | CVR 1 {cvr}                 | ''                       | ended
          connected | CVQ 1 {cvr}                 | ''                       | ended
          connected | USR 1 TWN I a@b.com         | ''                       | ended
          connected | INF 1                       | ''                       | ended
          connected | PNG                         | ''                       | ended
          MSNP9     | VER 2 MSNP9                 | 715 2                    | ended
          MSNP9     | CVR 2 {cvr}                 | CVR 2 {release}          | MSNP9
          MSNP9     | CVR 3 0x0409 a b c YCOMM 1  | 420 3                    | MSNP9
          MSNP9     | CVR 5 0x1111 a b c d e      | 710 5                    | MSNP9
          MSNP9     | CVR 6 spaghetti             | 731 6                    | ended
          MSNP9     | CVQ 2 {cvr}                 | ''                       | ended
          MSNP9     | USR 3 TWN I alice@b.com     | XFR 3 NS 10.0.0.5:1863 0 10.0.0.1:1863 | ended
          MSNP8     | USR 3 TWN I alice@b.com     | XFR 3 NS 10.0.0.5:1863 0 10.0.0.1:1863 | ended
          MSNP9     | USR 3 TWN I alice           | 911 3                    | ended
          MSNP9     | USR 3 TWN S t=x&p=          | 911 3                    | ended
          MSNP9     | USR 3 MD5 I alice@b.com     | ''                       | ended
          MSNP9     | INF 3                       | ''                       | ended
          MSNP9     | SYN 3 0                     | ''                       | ended
          MSNP9     | OUT                         | OUT                      | ended
          CVR0      | VER 2 MSNP9                 | 715 2                    | ended
          CVR0      | CVQ 2 {cvr}                 | CVQ 2 {release}          | ended
          CVR0      | CVQ 2 0x0409 win 4.10 i386 MSNMSGR 6.0.0602 | CVQ 2 {release} | ended
          CVR0      | CVQ 3 0x0409 a b c YCOMM 1  | 420 3                    | CVR0
          CVR0      | CVQ 5 0x1111 a b c d e      | 710 5                    | CVR0
          CVR0      | CVQ 6 spaghetti             | 731 6                    | ended
          CVR0      | CVR 2 {cvr}                 | ''                       | ended
          CVR0      | USR 3 TWN I alice@b.com     | ''                       | ended
          CVR0      | OUT                         | OUT                      | ended
          """)
  void inAStateARequestIsAnsweredAndLeadsToAnother(
      String state, String request, String reply, String next) throws Exception {
    var step = step(conversation, given(state), request);

    assertThat(said(step)).isEqualTo(reply.replace("{release}", RELEASE));
    assertThat(name(step.next())).isEqualTo(next);
  }

  @Test
  void theSignInIsHandedOver() throws Exception {
    step(conversation, given("MSNP8"), "USR 3 TWN I Alice@Example.com");

    assertThat(nodes.handoffs())
        .containsExactly(new Handoff(new Handle("alice@example.com"), "MSNP8", "192.0.2.7"));
  }

  @Test
  void whenNoNodeTakesASignInTheServerIsTooBusy() throws Exception {
    var full = conversation(new KnownNodes().with("a", 0, new Declined("full")).silent("b", 0));

    var step = step(full, given("MSNP9"), "USR 3 TWN I alice@example.com");

    assertThat(said(step)).isEqualTo("910 3");
    assertThat(step.next().isEnded()).isTrue();
  }

  @Test
  void nothingIsSaidAfterTheEnd() throws Exception {
    var ended = conversation.ended(given("MSNP9"));

    var step = conversation.on(ended, new DsRequest.Out()).result();

    assertThat(step).isEqualTo(Step.to(ended));
  }

  @Test
  void nobodyIsEverSignedIn() {
    for (var state : List.of("connected", "MSNP9", "CVR0")) {
      assertThat(given(state).isSettled()).isFalse();
      assertThat(conversation.limits(given(state))).isEqualTo(FrameLimits.BEFORE_SIGN_IN);
    }
  }

  private static DsState given(String name) {
    return name.equals("connected")
        ? new DsState.AwaitingVersion()
        : new DsState.Versioned(Dialects.ALL.named(name).orElseThrow());
  }

  private static String name(DsState state) {
    return switch (state) {
      case DsState.AwaitingVersion s -> "connected";
      case DsState.Versioned s -> s.dialect().name();
      case DsState.Ended s -> "ended";
    };
  }

  private static Step<DsState, DsMessage> step(
      DsConversation conversation, DsState state, String request) throws MalformedFrameException {
    var decoder = new FrameDecoder(FrameLimits.BEFORE_SIGN_IN, PayloadVerbs.OF_CLIENTS);
    decoder.feed((request.replace("{cvr}", CVR) + "\r\n").getBytes(UTF_8));
    Future<Step<DsState, DsMessage>> turn =
        switch (conversation.read(state, decoder.next().orElseThrow())) {
          case Reading.Understood<DsRequest>(var understood) -> conversation.on(state, understood);
          case Reading.Refused<?>(var trId, var code) ->
              Future.succeededFuture(Step.to(state, conversation.refusal(trId, code)));
          case Reading.Dismissed<?>(var trId, var code) ->
              Future.succeededFuture(
                  Step.to(conversation.ended(state), conversation.refusal(trId, code)));
          case Reading.Foreign<?> foreign ->
              Future.succeededFuture(Step.to(conversation.ended(state)));
        };
    return turn.result();
  }

  private String said(Step<DsState, DsMessage> step) {
    return step.messages().stream()
        .map(message -> new String(conversation.encode(step.next(), message), UTF_8).strip())
        .collect(Collectors.joining(" / "));
  }

  private static DsConversation conversation(KnownNodes nodes) {
    var random = new Random(1_863);
    var everybody =
        new ClientCatalogue(
            List.of(
                new ClientEntry(
                    "MSNMSGR",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    new ClientEntry.Offer(
                        Optional.empty(), Optional.empty(), Optional.empty(), "dl", "page"))));
    return new DsConversation(
        new Client(),
        new Reception(Dialects.ALL, VerReply.SINGLE, everybody),
        Referral.to(nodes, () -> random),
        new HostPort("10.0.0.1", 1863));
  }

  /** Somebody at 192.0.2.7. */
  private static final class Client implements Peer<Void> {

    @Override
    public String host() {
      return "192.0.2.7";
    }

    @Override
    public int port() {
      return 1_234;
    }

    @Override
    public void tell(Void news) {
      throw new AssertionError("there is no news");
    }
  }
}
