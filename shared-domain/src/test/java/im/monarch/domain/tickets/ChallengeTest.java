package im.monarch.domain.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChallengeTest {

  private static final String HEX = "43f8a4c8ed940c04e3740be46c4d1619";
  private static final Nonce NONCE = new Nonce(HEX);
  private static final String TEXT =
      Challenge.text(NONCE, Instant.ofEpochSecond(1_062_764_229L, 999));

  @Test
  void allTenKeysAreThere() {
    assertThat(Stream.of(TEXT.split(",")).map(pair -> pair.replaceFirst("=.*", "")))
        .isEqualTo(List.of("lc", "id", "tw", "fs", "ru", "ct", "kpp", "kv", "ver", "tpf"));
  }

  @Test
  void everyKeyHasAValue() {
    assertThat(TEXT.split(",")).allMatch(pair -> pair.matches("[a-z]+=[^=]+"));
  }

  @Test
  void theChallengeIsOneWord() {
    assertThat(TEXT).matches("[!-~]+").doesNotContain("'", "\"", ":");
  }

  @Test
  void theTimeIsInSeconds() {
    assertThat(TEXT).contains(",ct=1062764229,");
  }

  @Test
  void theNonceIsFoundInTheChallenge() {
    assertThat(Challenge.nonce(TEXT)).contains(NONCE);
  }

  /** As clients send it; what they put around the challenge differs (client requirements, 1). */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Passport1.4 OrgVerb=GET,OrgURL=http%%3A%%2F%%2Fmessenger%%2Emsn%%2Ecom,"
            + "sign-in=alice%%40example.com,pwd=secret,%s",
        "Passport1.4 OrgVerb=GET,OrgURL=http://messenger.msn.com,sign-in=a@b.c,pwd=x,y=,z, %s",
        "Passport1.4 tname=,OrgVerb=GET,OrgUrl=x,%s,elapsed-time=1",
        "%s\r\n"
      })
  void theNonceIsFoundInALogin(String login) {
    assertThat(Challenge.nonce(login.formatted(TEXT))).contains(NONCE);
  }

  /** What clients make of it in the address of a policy. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "?lc=1033&id=507&tpf=" + HEX,
        "?ct=1&tpf=" + HEX + "&tw=40",
        "?tpf=" + HEX,
        "lc=1033&amp;tpf=" + HEX + "&amp;ver=2",
        "?lc=1033,tpf=" + HEX
      })
  void theNonceIsFoundInAPolicy(String policy) {
    assertThat(Challenge.nonce(policy)).contains(NONCE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?id=507",
        "?tpf=" + HEX + "0",
        "?xtpf=" + HEX,
        "tpf=",
        "lc=1033,tpf=43f8a4c8ed940c04e3740be46c4d161",
        "lc=1033,tpf=43f8a4c8ed940c04e3740be46c4d16190",
        "lc=1033,tpf=43F8A4C8ED940C04E3740BE46C4D1619",
        "xtpf=" + HEX,
        "lc=1033,id=507"
      })
  void whatHasNoNonceHasNone(String text) {
    assertThat(Challenge.nonce(text)).isEmpty();
  }

  @Test
  void everyNonceIsFresh() {
    var nonces = new HashSet<Nonce>();
    for (int i = 0; i < 1_000; i++) {
      nonces.add(Nonce.fresh());
    }
    assertThat(nonces).hasSize(1_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", HEX + "0", "43F8A4C8ED940C04E3740BE46C4D1619"})
  void aNonceIs32HexDigits(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Nonce(text));
  }
}
