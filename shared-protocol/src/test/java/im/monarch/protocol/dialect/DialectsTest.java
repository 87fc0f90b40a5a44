package im.monarch.protocol.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DialectsTest {

  /** What clients of the time offer, and what each agrees on (client requirements, 5). */
  @ParameterizedTest
  @CsvSource({
    "MSNP9 MSNP8 CVR0, MSNP9",
    "MSNP8 MSNP9 CVR0, MSNP9",
    "MSNP8 CVR0, MSNP8",
    "MSNP10 MSNP9 CVR0, MSNP10",
    "MSNP11 MSNP10 MSNP9 CVR0, MSNP11",
    "MSNP12 MSNP11 MSNP10 CVR0, MSNP12",
    "MSNP12, MSNP12",
    "MSNP13 MSNP9 CVR0, MSNP9",
    "MSNP99 MSNP8 CVR0, MSNP8",
    "MSNP9 MSNP8 CVRO, MSNP9",
    "MSNP8, MSNP8",
    "msnp9 cvr0, MSNP9",
    "Msnp8, MSNP8",
    "MSNP99 CVR0, CVR0",
    "CVR0 MSNP99, CVR0",
    "CVR0, CVR0",
    "CVR0 MSNP8, MSNP8",
    "MSNP2 CVR0, MSNP2",
    "MSNP3 MSNP2 CVR0, MSNP3",
    "MSNP4 MSNP3 CVR0, MSNP4",
    "MSNP5 MSNP4 CVR0, MSNP5",
    "MSNP6 MSNP5 MSNP4 CVR0, MSNP6",
    "MSNP7 MSNP6 MSNP5 MSNP4 CVR0, MSNP7",
    "MSNP7 CVR0, MSNP7"
  })
  void theNewestDialectThatIsOfferedIsAgreedOn(String offered, String agreed) {
    assertThat(Dialects.ALL.negotiate(List.of(offered.split(" "))).map(Dialect::name))
        .contains(agreed);
  }

  @ParameterizedTest
  @CsvSource({"FOO", "MSNP99", "MSNP", "MSNP80", "''", "0", "none"})
  void nothingInCommonIsNothing(String offered) {
    assertThat(Dialects.ALL.negotiate(List.of(offered))).isEmpty();
  }

  @Test
  void nobodyAgreesOnNothing() {
    assertThat(Dialects.ALL.negotiate(List.of())).isEmpty();
  }

  @Test
  void someDialectsKeepTheirOrder() {
    var some = Dialects.ALL.only(List.of("cvr0", "MSNP9"));

    assertThat(some.newestFirst()).containsExactly(Msnp9.DIALECT, Cvr0.DIALECT);
    assertThat(some.negotiate(List.of("MSNP8", "CVR0"))).contains(Cvr0.DIALECT);
  }

  private static final String ALL_NAMES =
      "MSNP12, MSNP11, MSNP10, MSNP9, MSNP8, MSNP7, MSNP6, MSNP5, MSNP4, MSNP3, MSNP2, CVR0";

  @Test
  void anUnknownNameIsRefusedWithTheKnownOnes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Dialects.ALL.only(List.of("MSNP9", "MSNP99")))
        .withMessage("'MSNP99' (expected: some of " + ALL_NAMES + ")");
  }
}
