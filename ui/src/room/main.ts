import "../style/tokens.css";
import "../style/room.css";
import { mount } from "svelte";
import { plainLetters } from "../parts/letters";
import Room from "./Room.svelte";

const target = document.getElementById("app");
if (target) {
  plainLetters(target);
  mount(Room, { target });
}
