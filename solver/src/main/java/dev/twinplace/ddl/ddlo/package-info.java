/** The published data of DDLO, whose optima are known, for the trainer that {@code ddl-paper} is trained with. */
package dev.twinplace.ddl.ddlo;
