package im.monarch.runtime.reception;

import static im.monarch.runtime.reception.Reception.VerReply.ECHO_CVR0;
import static im.monarch.runtime.reception.Reception.VerReply.SINGLE;
import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.domain.clients.ClientCatalogue;
import im.monarch.domain.clients.ClientEntry;
import im.monarch.protocol.command.DsMessage;
import im.monarch.protocol.command.DsRequest;
import im.monarch.protocol.dialect.Dialect;
import im.monarch.protocol.dialect.Dialects;
import im.monarch.protocol.vocabulary.ClientDescription;
import im.monarch.protocol.vocabulary.ClientRelease;
import im.monarch.protocol.vocabulary.ClientVersion;
import im.monarch.protocol.vocabulary.ErrorCode;
import im.monarch.protocol.vocabulary.Lcid;
import im.monarch.protocol.vocabulary.TrId;
import im.monarch.runtime.reception.Reception.VerReply;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceptionTest {

  private static final TrId TR_ID = new TrId(5);
  private static final ClientCatalogue CATALOGUE =
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

  @ParameterizedTest
  @CsvSource({
    "MSNP9 MSNP8 CVR0, MSNP9, MSNP9",
    "MSNP99 msnp8 CVR0, MSNP8, MSNP8",
    "MSNP99 CVR0, CVR0, CVR0"
  })
  void verIsAnsweredWithTheDialectAgreedOn(String offered, String agreed, String words) {
    assertNegotiation(SINGLE, offered, agreed, words);
  }

  @ParameterizedTest
  @CsvSource({
    "MSNP9 MSNP8 CVR0, MSNP9, MSNP9 CVR0",
    "MSNP9 cvr0, MSNP9, MSNP9 CVR0",
    "MSNP9 MSNP8 CVRO, MSNP9, MSNP9",
    "MSNP9, MSNP9, MSNP9",
    "MSNP99 CVR0, CVR0, CVR0"
  })
  void cvr0IsEchoedToThoseWhoOfferedIt(String offered, String agreed, String words) {
    assertNegotiation(ECHO_CVR0, offered, agreed, words);
  }

  @ParameterizedTest
  @CsvSource({"FOO", "MSNP99"})
  void nothingInCommonIsANought(String offered) {
    for (var verReply : VerReply.values()) {
      var negotiation =
          reception(verReply).negotiate(new DsRequest.Ver(TR_ID, List.of(offered.split(" "))));

      assertThat(negotiation.dialect()).isEmpty();
      assertThat(negotiation.reply()).isEqualTo(new DsMessage.Ver(TR_ID, List.of("0")));
    }
  }

  @Test
  void onlyWhatIsOfferedIsAgreedOn() {
    var old = new Reception(Dialects.ALL.only(List.of("MSNP8", "CVR0")), SINGLE, CATALOGUE);

    var negotiation = old.negotiate(new DsRequest.Ver(TR_ID, List.of("MSNP9", "MSNP8")));

    assertThat(negotiation.dialect().map(Dialect::name)).contains("MSNP8");
  }

  @Test
  void aKnownClientIsToldItsRelease() {
    var release = new ClientRelease("6.0.0602", "6.0.0602", "6.0.0602", "dl", "page");
    var client = client("MSNMSGR");

    assertThat(reception(SINGLE).describe(new DsRequest.Cvr(TR_ID, client)))
        .isEqualTo(new DsMessage.Cvr(TR_ID, release));
    assertThat(reception(SINGLE).describe(new DsRequest.Cvq(TR_ID, client)))
        .isEqualTo(new DsMessage.Cvq(TR_ID, release));
  }

  @Test
  void anUnknownClientIsNotAccepted() {
    var refusal = new DsMessage.Refusal(ErrorCode.CLIENT_NOT_ACCEPTED, TR_ID);
    var client = client("YCOMM");

    assertThat(reception(SINGLE).describe(new DsRequest.Cvr(TR_ID, client))).isEqualTo(refusal);
    assertThat(reception(SINGLE).describe(new DsRequest.Cvq(TR_ID, client))).isEqualTo(refusal);
  }

  private static void assertNegotiation(
      VerReply verReply, String offered, String agreed, String words) {
    var negotiation =
        reception(verReply).negotiate(new DsRequest.Ver(TR_ID, List.of(offered.split(" "))));

    assertThat(negotiation.dialect().map(Dialect::name)).contains(agreed);
    assertThat(negotiation.reply()).isEqualTo(new DsMessage.Ver(TR_ID, List.of(words.split(" "))));
  }

  private static Reception reception(VerReply verReply) {
    return new Reception(Dialects.ALL, verReply, CATALOGUE);
  }

  private static ClientDescription client(String library) {
    return new ClientDescription(
        Lcid.parse("0x0409"), "winnt", library, new ClientVersion("6.0.0602"));
  }
}
