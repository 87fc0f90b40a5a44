package im.monarch.domain.clients;

import static im.monarch.domain.clients.Products.Form.DIGEST;
import static im.monarch.domain.clients.Products.Form.MIXED_DIGEST;
import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.domain.clients.Products.Form;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductsTest {

  private static final String MSNP11 = "PROD0090YUAUV{2B";

  private static final Products PRODUCTS =
      new Products(
          Map.of(
              "msmsgs@msnmsgr.com",
              "Q1P7W2E4J9R8U3S5",
              "PROD0038W!61ZTF9",
              "VT6PX?UQTM4WM%YR",
              MSNP11,
              "YMM8C_H7KCQ2S_KL"),
          false);

  /** Protocol notes, 3.6.6; the last one is a published example. */
  @ParameterizedTest
  @CsvSource({
    "DIGEST, msmsgs@msnmsgr.com, 22299241447072743325, 20dba7e6e9817826b9cd5240cc8add99",
    "DIGEST, msmsgs@msnmsgr.com, 12345678901234567890, 8ba1bb9d6dbf624fee31a2053af5fdd0",
    "DIGEST, msmsgs@msnmsgr.com, 11111111111111111111, 3b6666b60157322b6fc6e41a115968f5",
    "DIGEST, PROD0038W!61ZTF9, 12345678901234567890, c64fe621f55832479b97b7f50829d5c1",
    "MIXED_DIGEST, PROD0090YUAUV{2B, 22210219642164014968, 85ecb0db8f32113df79ce0892b9a102c"
  })
  void theAnswerIsTheOneOfTheProduct(Form form, String product, String challenge, String digest) {
    assertThat(PRODUCTS.answer(form, product, challenge)).isEqualTo(digest);
    assertThat(PRODUCTS.accept(form, product, challenge, digest)).isTrue();
  }

  @Test
  void theAnswerOfAnotherDialectIsWrong() {
    var old = PRODUCTS.answer(DIGEST, MSNP11, "22210219642164014968");

    assertThat(PRODUCTS.accept(MIXED_DIGEST, MSNP11, "22210219642164014968", old)).isFalse();
  }

  @Test
  void theAnswerToAnotherChallengeIsWrong() {
    var other = PRODUCTS.answer(MIXED_DIGEST, MSNP11, "22210219642164014969");

    assertThat(PRODUCTS.accept(MIXED_DIGEST, MSNP11, "22210219642164014968", other)).isFalse();
  }

  @Test
  void anUnknownProductPassesUnlessThatIsStrict() {
    var strict = new Products(PRODUCTS.keys(), true);

    assertThat(PRODUCTS.accept(MIXED_DIGEST, "PROD", "1", "x")).isTrue();
    assertThat(strict.accept(MIXED_DIGEST, "PROD", "1", "x")).isFalse();
  }
}
