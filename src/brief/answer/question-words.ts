/** "who", "which", "how" in the seven languages that have a grammar. */
export const QUESTION_WORD =
  /^(?:who|whom|whose|what|which|when|where|why|how|wer|wen|wem|was|welche[rsnm]?|wann|wo|warum|wie|qui|que|quoi|quel(?:le)?s?|quand|où|comment|quién|qué|cuál|cuándo|dónde|cómo|chi|che|quale|quando|dove|come|quem|qual|onde|wie|wat|welke?|wanneer|waar)$/u;
